import type { TestMessage } from "./message.ts";

export const nnMessages: readonly TestMessage[] = [
  { body: "Stadfestingskoden din for Pixo er 702011", code: "702011", class: "plain" },
];
