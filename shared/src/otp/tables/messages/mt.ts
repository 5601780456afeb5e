import type { TestMessage } from "./message.ts";

export const mtMessages: readonly TestMessage[] = [
  { body: "Il-kodiċi ta' verifika Pixo tiegħek huwa 701861", code: "701861", class: "plain" },
];
