import type { TestMessage } from "./message.ts";

export const szlMessages: readonly TestMessage[] = [
  { body: "702131 to je twōj kod weryfikacyjny Pixo.", code: "702131", class: "plain" },
];
