import type { TestMessage } from "./message.ts";

export const tsMessages: readonly TestMessage[] = [
  { body: "Khodi ya wena yo tiyisisa ya Pixo i 702134", code: "702134", class: "plain" },
];
