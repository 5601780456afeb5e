import type { TestMessage } from "./message.ts";

export const kaMessages: readonly TestMessage[] = [
  { body: "თქვენი Tavio დადასტურების კოდია 660320", code: "660320", service: "Tavio" },
  {
    body: "უსაფრთხოების კოდი: 4473. მოქმედებს 5 წუთის განმავლობაში. არავის გაუზიაროთ.",
    code: "4473",
    expires: 300,
  },
  { body: "903320 არის თქვენი ერთჯერადი კოდი", code: "903320" },
  { body: "თქვენი Pixo კოდი: 605-911", code: "605911", class: "plain" },
  { body: "ნომრის დასადასტურებლად შეიყვანეთ კოდი 701351.", code: "701351", class: "plain" },
  { body: "შეიყვანეთ 66190 Pixo-ში შესასვლელად", code: "66190", class: "plain" },
];
