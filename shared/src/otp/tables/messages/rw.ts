import type { TestMessage } from "./message.ts";

export const rwMessages: readonly TestMessage[] = [
  { body: "Kode yo kwemeza ya Pixo ni 701851", code: "701851", class: "plain" },
];
