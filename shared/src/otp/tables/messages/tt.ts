import type { TestMessage } from "./message.ts";

export const ttMessages: readonly TestMessage[] = [
  { body: "Сезнең Pixo раслау кодыгыз: 701951", code: "701951", class: "plain" },
];
