import type { TestMessage } from "./message.ts";

export const ukMessages: readonly TestMessage[] = [
  { body: "Ваш код підтвердження Lumo: 660360", code: "660360", service: "Lumo" },
  { body: "4511 — код для входу. Діє 5 хвилин. Нікому його не повідомляйте.", code: "4511", expires: 300 },
  { body: "Одноразовий пароль: 903360", code: "903360" },
  {
    body: "Оплата 1250.00 грн PIXO картка *4471. Код 771569",
    code: "771569",
    class: "bank code with amounts",
  },
  { body: "Замовлення 4471920 відправлено, ТТН 20450123456789", code: null, class: "order or parcel" },
  { body: "Знижка 30% за промокодом LITO30 до 30.06", code: null, class: "promotion" },
  { body: "Код Pixo: 605-781. Нікому не повідомляйте.", code: "605781", class: "plain" },
  { body: "Використовуйте 605782 як код безпеки облікового запису Pixo", code: "605782", class: "plain" },
  {
    body: "Картка *4471 списання 250грн LUMO 12.05 10:33 Баланс 1820.55грн",
    code: null,
    class: "bank alert",
  },
  { body: "Щоб підтвердити номер, введіть 701231 у застосунку.", code: "701231", class: "plain" },
  { body: "Вітаємо! Ваш код 701232", code: "701232", class: "plain" },
  { body: "Код домофона 7718, третій поверх", code: null, class: "looks like a code but is none" },
  { body: "Номер для підтвердження у Pixo: 70418", code: "70418", class: "plain" },
];
