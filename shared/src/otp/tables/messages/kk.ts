import type { TestMessage } from "./message.ts";

export const kkMessages: readonly TestMessage[] = [
  { body: "Сіздің Orbita растау кодыңыз: 660321", code: "660321", service: "Orbita" },
  { body: "4474 — кіру коды. 5 минут жарамды. Ешкімге айтпаңыз.", code: "4474", expires: 300 },
  { body: "Бір реттік құпиясөз: 903321", code: "903321" },
  { body: "Нөміріңізді растау үшін 701321 кодын енгізіңіз.", code: "701321", class: "plain" },
  { body: "Pixo растау нөмірі: 70418", code: "70418", class: "plain" },
];
