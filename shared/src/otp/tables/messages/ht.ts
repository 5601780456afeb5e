import type { TestMessage } from "./message.ts";

export const htMessages: readonly TestMessage[] = [
  { body: "702115 se kòd verifikasyon Pixo ou.", code: "702115", class: "plain" },
];
