import type { TestMessage } from "./message.ts";

export const kyMessages: readonly TestMessage[] = [
  { body: "Orbita үчүн ырастоо кодуңуз: 660324", code: "660324", service: "Orbita" },
  { body: "Кирүү коду 4477. 5 мүнөт жарактуу. Эч кимге айтпаңыз.", code: "4477", expires: 300 },
  { body: "Номериңизди ырастоо үчүн 701331 кодун киргизиңиз.", code: "701331", class: "plain" },
  { body: "Номериңизди 70418 коду менен ырастаңыз, Zentra", code: "70418", class: "plain" },
];
