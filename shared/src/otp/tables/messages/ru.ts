import type { TestMessage } from "./message.ts";

export const ruMessages: readonly TestMessage[] = [
  { body: "Ваш код подтверждения Lumo: 660344", code: "660344", service: "Lumo" },
  { body: "4496 — код для входа. Действует 5 минут. Никому его не сообщайте.", code: "4496", expires: 300 },
  { body: "Пароль: 903344. Никому не говорите.", code: "903344" },
  {
    body: "Покупка 1250.00 RUB PIXO карта *4471. Код 771565. Никому не сообщайте код",
    code: "771565",
    class: "bank code with amounts",
  },
  { body: "Введите 118830 для регистрации в Zentra", code: "118830" },
  {
    body: "Заказ 4471920 готов к выдаче. Код получения 8812. Тел. 88001234567",
    code: null,
    class: "order or parcel",
  },
  { body: "Скидка 30% по промокоду LETO30 до 30.06!", code: null, class: "promotion" },
  { body: "Списание 500р с карты *4471 12.05 10:33. Баланс 1820.55р", code: null, class: "bank alert" },
  {
    body: "Никому не сообщайте код из СМС и пароль. Телефон банка 8800555",
    code: null,
    class: "warning without code",
  },
  { body: "давай в 1930 у дома 1250, я возьму 2000 рублей", code: null, class: "chat" },
];
