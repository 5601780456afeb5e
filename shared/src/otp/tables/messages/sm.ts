import type { TestMessage } from "./message.ts";

export const smMessages: readonly TestMessage[] = [
  { body: "O lau numera fa'amaonia Pixo: 702127", code: "702127", class: "plain" },
];
