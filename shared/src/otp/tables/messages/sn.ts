import type { TestMessage } from "./message.ts";

export const snMessages: readonly TestMessage[] = [
  { body: "Kodhi yako yekusimbisa yePixo ndi 702128", code: "702128", class: "plain" },
];
