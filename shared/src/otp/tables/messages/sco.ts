import type { TestMessage } from "./message.ts";

export const scoMessages: readonly TestMessage[] = [
  {
    body: "605902 is yer Pixo verification code. Expires in 5 meenits.",
    code: "605902",
    service: "Pixo",
    expires: 300,
  },
];
