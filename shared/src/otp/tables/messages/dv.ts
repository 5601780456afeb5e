import type { TestMessage } from "./message.ts";

export const dvMessages: readonly TestMessage[] = [
  { body: "Pixo ވެރިފިކޭޝަން ކޯޑަކީ 702108", code: "702108", class: "plain" },
];
