import type { TestMessage } from "./message.ts";

export const scnMessages: readonly TestMessage[] = [
  { body: "701931 è u to còdici di virìfica Pixo", code: "701931", class: "plain" },
];
