import type { TestMessage } from "./message.ts";

export const classNoCodeNeededMessages: readonly TestMessage[] = [
  { body: "No code is needed to enter. Just show this message at gate 4412.", code: null },
  { body: "You can log in without a code. Account 7734120.", code: null },
  { body: "No PIN required for payments below 50.00", code: null },
  { body: "Verification complete. Your reference is 4471920.", code: null },
  { body: "Sign in with this link, no code required: https://acme.com/l/8841209", code: null },
  { body: "Click to verify: https://acme.com/verify?code=123456", code: null },
];
