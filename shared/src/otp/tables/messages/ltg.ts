import type { TestMessage } from "./message.ts";

export const ltgMessages: readonly TestMessage[] = [
  { body: "702121 ir jiusu Pixo apstyprynuošonys kods.", code: "702121", class: "plain" },
];
