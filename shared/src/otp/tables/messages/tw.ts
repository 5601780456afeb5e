import type { TestMessage } from "./message.ts";

export const twMessages: readonly TestMessage[] = [
  { body: "Wo Pixo koodu ne 702135", code: "702135", class: "plain" },
];
