import type { TestMessage } from "./message.ts";

export const htMessages: readonly TestMessage[] = [
  { body: "702115 se kòd verifikasyon Pixo ou.", code: "702115", class: "plain" },
  { body: "Antre 480193 pou konekte sou Pixo", code: "480193", class: "plain" },
];
