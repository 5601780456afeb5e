import type { TestMessage } from "./message.ts";

export const coMessages: readonly TestMessage[] = [
  { body: "702107 hè u vostru codice di verificazione Pixo.", code: "702107", class: "plain" },
];
