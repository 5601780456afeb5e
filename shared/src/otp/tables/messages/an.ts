import type { TestMessage } from "./message.ts";

export const anMessages: readonly TestMessage[] = [
  { body: "702101 ye lo tuyo codigo de verificación de Pixo.", code: "702101", class: "plain" },
];
