import type { TestMessage } from "./message.ts";

export const ckbMessages: readonly TestMessage[] = [
  { body: "کۆدی دڵنیاکردنەوەی Pixo: 702106", code: "702106", class: "plain" },
];
