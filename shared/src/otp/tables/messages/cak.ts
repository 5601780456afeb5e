import type { TestMessage } from "./message.ts";

export const cakMessages: readonly TestMessage[] = [
  { body: "Pixo rub'itz'ib' jikib'anïk: 702105", code: "702105", class: "plain" },
];
