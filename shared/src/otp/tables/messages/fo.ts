import type { TestMessage } from "./message.ts";

export const foMessages: readonly TestMessage[] = [
  { body: "702109 er tín Pixo váttanarkota.", code: "702109", class: "plain" },
];
