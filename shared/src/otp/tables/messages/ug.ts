import type { TestMessage } from "./message.ts";

export const ugMessages: readonly TestMessage[] = [
  { body: "سىزنىڭ Pixo دەلىللەش كودىڭىز: 701961", code: "701961", class: "plain" },
];
