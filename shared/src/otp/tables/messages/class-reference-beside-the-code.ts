import type { TestMessage } from "./message.ts";

export const classReferenceBesideTheCodeMessages: readonly TestMessage[] = [
  { body: "Your OTP is 220911 (Ref: 8841)", code: "220911" },
  { body: "Ref No. 774410 OTP 220912", code: "220912" },
  { body: "OTP: 220913, reference KX88QZ", code: "220913" },
  { body: "Reference 99120034. Your verification code is 220914.", code: "220914" },
  { body: "Order 4471920: your confirmation code is 220915", code: "220915" },
  { body: "Ticket #88120 - login code 220916", code: "220916" },
  { body: "[Ref AB12CD] Use 220917 to sign in to Zentra", code: "220917" },
  { body: "Your login code is 220918. Request ID 5512093.", code: "220918" },
  { body: "Case 71203: verification code 220919", code: "220919" },
  { body: "OTP=220920[Ref:843AJDE] for registration", code: "220920" },
];
