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
  { body: "Используйте 605641 как код безопасности учетной записи Pixo", code: "605641", class: "plain" },
  { body: "Код Pixo: 605-642. Никому не сообщайте.", code: "605642", class: "plain" },
  { body: "PIXO: 605643 - Ваш код для входа", code: "605643", class: "plain" },
  { body: "Никому не говорите код 605644! Вход в Норвик Банк", code: "605644", class: "plain" },
  { body: "Перевод 5000р на карту *4471. Код: 605645", code: "605645", class: "plain" },
  { body: "Код для смены пароля 605646", code: "605646", class: "plain" },
  { body: "VISA4471 10:33 Покупка 250р LUMO Баланс: 18205.55р", code: null, class: "bank alert" },
  {
    body: "Счет карты MIR-4471 12.05.25 зачислена зарплата 50000р. Баланс 68205р",
    code: null,
    class: "bank alert",
  },
  { body: "Кредит до 500000р за 10 минут! Звоните 88001234567", code: null, class: "promotion" },
  { body: "Вам начислено 500 бонусов до 12.05. Код купона LUMO500", code: null, class: "promotion" },
  {
    body: "Ваш заказ 0077-4471 доставлен в пункт выдачи. Код для получения: 4471",
    code: null,
    class: "order or parcel",
  },
  { body: "номер квартиры 1204, домофон 4412", code: null, class: "chat" },
];
