import type { TestMessage } from "./message.ts";

export const lijMessages: readonly TestMessage[] = [
  { body: "702120 o l'é o teu còdice de verifica Pixo", code: "702120", class: "plain" },
];
