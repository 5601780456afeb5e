import type { TestMessage } from "./message.ts";

export const cebMessages: readonly TestMessage[] = [
  { body: "Ang imong Pixo verification code kay 701881", code: "701881", class: "plain" },
];
