import type { TestMessage } from "./message.ts";

export const euMessages: readonly TestMessage[] = [
  { body: "Zure Pixo egiaztapen-kodea 448120 da.", code: "448120", service: "Pixo" },
  { body: "Segurtasun-kodea: 9031. 5 minutu barru iraungiko da.", code: "9031", expires: 300 },
  { body: "Idatzi 701771 zure zenbakia egiaztatzeko", code: "701771", class: "plain" },
  { body: "Pixo egiaztapen-zenbakia: 70418", code: "70418", class: "plain" },
  { body: "Egiaztatu zenbakia 70418 kodearekin, Zentra", code: "70418", class: "plain" },
];
