import type { TestMessage } from "./message.ts";

export const stMessages: readonly TestMessage[] = [
  { body: "Khoutu ya hao ya netefatso ya Pixo ke 702129", code: "702129", class: "plain" },
];
