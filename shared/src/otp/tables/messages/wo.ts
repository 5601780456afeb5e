import type { TestMessage } from "./message.ts";

export const woMessages: readonly TestMessage[] = [
  { body: "Sa kodu wóoral Pixo mooy 702031", code: "702031", class: "plain" },
];
