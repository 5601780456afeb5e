import type { TestMessage } from "./message.ts";

export const hsbMessages: readonly TestMessage[] = [
  { body: "701901 je waš wobkrućenski kod Pixo.", code: "701901", class: "plain" },
];
