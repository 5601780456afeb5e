import type { TestMessage } from "./message.ts";

export const sdMessages: readonly TestMessage[] = [
  { body: "توهان جو Pixo تصديقي ڪوڊ 701991 آهي", code: "701991", class: "plain" },
];
