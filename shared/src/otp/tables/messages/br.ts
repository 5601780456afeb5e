import type { TestMessage } from "./message.ts";

export const brMessages: readonly TestMessage[] = [
  {
    body: "702104 eo ho kod gwiriañ Pixo. Talvoudus e-pad 5 munut.",
    code: "702104",
    expires: 300,
    class: "plain",
  },
];
