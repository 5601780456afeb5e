import type { TestMessage } from "./message.ts";

export const asMessages: readonly TestMessage[] = [
  { body: "আপোনাৰ Pixo সত্যাপন ক’ড 701891", code: "701891", class: "plain" },
];
