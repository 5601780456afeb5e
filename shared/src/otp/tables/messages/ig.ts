import type { TestMessage } from "./message.ts";

export const igMessages: readonly TestMessage[] = [
  { body: "Koodu nkwenye Pixo gị bụ 701841", code: "701841", class: "plain" },
];
