import type { TestMessage } from "./message.ts";

export const lgMessages: readonly TestMessage[] = [
  { body: "Koodi yo ey'okukakasa eya Pixo eri 702119", code: "702119", class: "plain" },
];
