import type { TestMessage } from "./message.ts";

export const nyMessages: readonly TestMessage[] = [
  { body: "Nambala yotsimikizira ya Pixo ndi 702021", code: "702021", class: "plain" },
];
