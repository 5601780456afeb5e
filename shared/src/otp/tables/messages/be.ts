import type { TestMessage } from "./message.ts";

export const beMessages: readonly TestMessage[] = [
  { body: "Ваш код пацвярджэння Pixo: 640192", code: "640192", service: "Pixo" },
  {
    body: "3381 — ваш код для ўваходу. Дзейнічае 5 хвілін. Нікому не паведамляйце яго.",
    code: "3381",
    expires: 300,
  },
  { body: "Код бяспекі: 715520", code: "715520" },
  { body: "Ваш заказ 4419203 гатовы да выдачы. Тэл. +375291234567", code: null, class: "order or parcel" },
  { body: "Каб пацвердзіць нумар, увядзіце 701801", code: "701801", class: "plain" },
  { body: "Увядзіце 60418, каб пацвердзіць нумар у Pixo", code: "60418", class: "plain" },
];
