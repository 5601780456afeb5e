import type { TestMessage } from "./message.ts";

export const kabMessages: readonly TestMessage[] = [
  { body: "702117 d tangalt-ik n usenqed Pixo.", code: "702117", class: "plain" },
];
