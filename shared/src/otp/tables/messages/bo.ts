import type { TestMessage } from "./message.ts";

export const boMessages: readonly TestMessage[] = [
  { body: "Pixo བདེན་དཔྱད་ཨང་རྟགས: 702103", code: "702103", class: "plain" },
];
