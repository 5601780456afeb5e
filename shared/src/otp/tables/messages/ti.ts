import type { TestMessage } from "./message.ts";

export const tiMessages: readonly TestMessage[] = [
  { body: "ናይ Pixo መረጋገጺ ኮድ: 702001", code: "702001", class: "plain" },
];
