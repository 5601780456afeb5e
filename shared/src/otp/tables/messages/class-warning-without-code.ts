import type { TestMessage } from "./message.ts";

export const classWarningWithoutCodeMessages: readonly TestMessage[] = [
  { body: "Never share your OTP, PIN or CVV with anyone. Call 18001234567 to report fraud.", code: null },
  { body: "NorthBank will never ask for your password. Report scams to 7726.", code: null },
  {
    body: "Do not share verification codes. If you get a call from 0300 123 4567 asking for a code, hang up.",
    code: null,
  },
  {
    body: "Beware of fraud! Nobody from the bank needs your one time password. Helpline 1930 or 155260.",
    code: null,
  },
  { body: "Your PIN was changed on 12/05/2025 at 10:33. Not you? Call 08001234567.", code: null },
  { body: "Your password has been reset. If this was not you, contact 5551234.", code: null },
  { body: "We noticed a new sign-in to your account from 192.168.10.24 at 10:33.", code: null },
  { body: "OTP sent to your registered mobile 98XXXXXX21. Do not share it.", code: null },
];
