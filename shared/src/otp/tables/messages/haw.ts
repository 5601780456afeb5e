import type { TestMessage } from "./message.ts";

export const hawMessages: readonly TestMessage[] = [
  { body: "ʻO 702114 kāu helu hōʻoia Pixo.", code: "702114", class: "plain" },
];
