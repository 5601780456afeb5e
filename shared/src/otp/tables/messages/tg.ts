import type { TestMessage } from "./message.ts";

export const tgMessages: readonly TestMessage[] = [
  { body: "Рамзи тасдиқи Tavio: 660356", code: "660356", service: "Tavio" },
  { body: "4508 рамзи вуруди шумост.", code: "4508" },
];
