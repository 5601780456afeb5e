import type { TestMessage } from "./message.ts";

export const soMessages: readonly TestMessage[] = [
  { body: "Koodhka xaqiijinta Tavio waa 660348.", code: "660348", service: "Tavio" },
  { body: "4500 waa koodkaaga gelitaanka.", code: "4500" },
];
