import type { TestMessage } from "./message.ts";

export const gdMessages: readonly TestMessage[] = [
  { body: "Seo an còd dearbhaidh Pixo agad: 702112", code: "702112", class: "plain" },
];
