import type { TestMessage } from "./message.ts";

export const miMessages: readonly TestMessage[] = [
  { body: "Ko tō waehere manatoko Pixo ko 701981", code: "701981", class: "plain" },
];
