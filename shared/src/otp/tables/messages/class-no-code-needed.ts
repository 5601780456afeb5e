import type { TestMessage } from "./message.ts";

export const classNoCodeNeededMessages: readonly TestMessage[] = [
  { body: "No code is needed to enter. Just show this message at gate 4412.", code: null },
  { body: "You can log in without a code. Account 7734120.", code: null },
  { body: "No PIN required for payments below 50.00", code: null },
  { body: "Verification complete. Your reference is 4471920.", code: null },
  { body: "Sign in with this link, no code required: https://acme.com/l/8841209", code: null },
  { body: "Click to verify: https://acme.com/verify?code=123456", code: null },
  { body: "You don't need a code to sign in, your fingerprint is enough. Ticket 482913", code: null },
  { body: "No verification code required for order 482913.", code: null },
  { body: "Kein Code nötig. Ihre Vorgangsnummer: 482913", code: null },
  { body: "Aucun code requis. Dossier 482913", code: null },
  { body: "No necesitas ningún código. Folio 482913", code: null },
  { body: "Код не нужен. Заявка 482913", code: null },
  { body: "无需验证码，订单482913已完成", code: null },
  { body: "Tap to sign in: https://acme.com/magic/482913", code: null },
  { body: "Your sign-in link: acme.com/l/482913abc (valid for 10 minutes)", code: null },
];
