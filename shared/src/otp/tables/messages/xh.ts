import type { TestMessage } from "./message.ts";

export const xhMessages: readonly TestMessage[] = [
  { body: "Ikhowudi yakho yokuqinisekisa yePixo ngu 701821", code: "701821", class: "plain" },
  { body: "Ikhowudi: 7018. Iphelelwa emva kwemizuzu emi-5.", code: "7018", class: "plain" },
  { body: "604417 yikhowudi yakho ye-Pixo.", code: "604417", class: "plain" },
];
