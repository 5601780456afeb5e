import type { TestMessage } from "./message.ts";

export const yoMessages: readonly TestMessage[] = [
  { body: "Koodu ijerisi Pixo rẹ ni 701831", code: "701831", class: "plain" },
];
