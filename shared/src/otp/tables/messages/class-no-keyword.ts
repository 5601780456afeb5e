import type { TestMessage } from "./message.ts";

export const classNoKeywordMessages: readonly TestMessage[] = [
  { body: "482913", code: "482913" },
  { body: "3915", code: "3915" },
  { body: "Lumo: 482914", code: "482914" },
  { body: "Zentra: 482-915", code: "482915" },
  { body: "<#> 338110\nFA+9qCX9VSu", code: "338110" },
  { body: "482916.", code: "482916" },
  { body: "(482917)", code: "482917" },
  { body: "2024", code: null },
  { body: "645", code: null },
  { body: "12:30", code: null },
  { body: "see 48", code: null },
];
