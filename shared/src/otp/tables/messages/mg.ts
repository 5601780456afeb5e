import type { TestMessage } from "./message.ts";

export const mgMessages: readonly TestMessage[] = [
  { body: "Ny kaody fanamarinana Pixo anao dia 701971", code: "701971", class: "plain" },
  { body: "604417 no kaodinao amin'ny Pixo", code: "604417", class: "plain" },
];
