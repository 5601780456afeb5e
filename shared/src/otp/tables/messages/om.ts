import type { TestMessage } from "./message.ts";

export const omMessages: readonly TestMessage[] = [
  { body: "Koodiin mirkaneessaa Pixo keessan 702123 dha.", code: "702123", class: "plain" },
];
