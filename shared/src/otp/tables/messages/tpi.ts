import type { TestMessage } from "./message.ts";

export const tpiMessages: readonly TestMessage[] = [
  { body: "Kod bilong Pixo: 702133", code: "702133", class: "plain" },
];
