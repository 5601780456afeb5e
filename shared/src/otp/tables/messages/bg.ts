import type { TestMessage } from "./message.ts";

export const bgMessages: readonly TestMessage[] = [
  { body: "Вашият код за потвърждение за Norvik е 118204.", code: "118204", service: "Norvik" },
  { body: "Код за вход: 5093. Валиден 2 минути. Не го споделяйте с никого.", code: "5093", expires: 120 },
  { body: "774190 е вашата еднократна парола.", code: "774190" },
  {
    body: "Код за потвърждение на плащане 89,90 лв. с карта, завършваща на 4432: 330571",
    code: "330571",
    class: "bank code with amounts",
  },
  {
    body: "Пратка 1055012345678 е доставена. Код за получаване: няма. Тел. 0700123456",
    code: null,
    class: "order or parcel",
  },
  { body: "Само днес -40% с промо код LETO40 в магазините ни", code: null, class: "promotion" },
  { body: "Използвайте 605981 като код за защита на акаунта в Pixo", code: "605981", class: "plain" },
  { body: "За да потвърдите номера си, въведете 701211 в приложението.", code: "701211", class: "plain" },
  { body: "Здравейте, вашият код е 701212", code: "701212", class: "plain" },
  { body: "Вашият номер за потвърждение от Pixo: 7041", code: "7041", class: "plain" },
  {
    body: "89 лв. платени с карта *5093. Авт. код 704182",
    code: null,
    class: "looks like a code but is none",
  },
];
