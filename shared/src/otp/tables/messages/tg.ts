import type { TestMessage } from "./message.ts";

export const tgMessages: readonly TestMessage[] = [
  { body: "Рамзи тасдиқи Tavo: 660356", code: "660356", service: "Tavo" },
  { body: "4508 рамзи вуруди шумост.", code: "4508" },
];
