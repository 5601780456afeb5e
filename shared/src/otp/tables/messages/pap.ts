import type { TestMessage } from "./message.ts";

export const papMessages: readonly TestMessage[] = [
  { body: "702124 ta bo kódigo di verifikashon di Pixo.", code: "702124", class: "plain" },
];
