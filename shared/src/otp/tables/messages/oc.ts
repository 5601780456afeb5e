import type { TestMessage } from "./message.ts";

export const ocMessages: readonly TestMessage[] = [
  {
    body: "702122 es vòstre còdi de verificacion Pixo. Expira dins 5 minutas.",
    code: "702122",
    expires: 300,
    class: "plain",
  },
];
