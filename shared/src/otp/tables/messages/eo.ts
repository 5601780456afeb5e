import type { TestMessage } from "./message.ts";

export const eoMessages: readonly TestMessage[] = [
  { body: "Via konfirma kodo de Pixo estas 701941", code: "701941", class: "plain" },
];
