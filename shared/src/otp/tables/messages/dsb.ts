import type { TestMessage } from "./message.ts";

export const dsbMessages: readonly TestMessage[] = [
  { body: "701911 jo waš wobkšuśeński kod Pixo.", code: "701911", class: "plain" },
];
