import type { TestMessage } from "./message.ts";

export const ffMessages: readonly TestMessage[] = [
  { body: "Kod ƴellitgol Pixo: 702110", code: "702110", class: "plain" },
];
