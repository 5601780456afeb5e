import type { TestMessage } from "./message.ts";

export const quMessages: readonly TestMessage[] = [
  { body: "Pixo chiqaqchana kodigo: 702125", code: "702125", class: "plain" },
];
