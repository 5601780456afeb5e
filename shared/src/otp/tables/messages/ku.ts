import type { TestMessage } from "./message.ts";

export const kuMessages: readonly TestMessage[] = [
  { body: "Koda te ya piştrastkirinê ya Pixo 702118 e.", code: "702118", class: "plain" },
];
