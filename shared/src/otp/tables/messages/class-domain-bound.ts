import type { TestMessage } from "./message.ts";

export const classDomainBoundMessages: readonly TestMessage[] = [
  { body: "Your Example code is 123456.\n\n@example.com #123456", code: "123456", domain: "example.com" },
  { body: "@shop.example.co.uk #7788", code: "7788", domain: "shop.example.co.uk" },
  { body: "Sign in to Acme\n@login.acme.dev #xk-9981-b", code: "xk-9981-b", domain: "login.acme.dev" },
  {
    body: "Your OTP is 445566. Never share it.\n@bank.example #445566 @pay.example",
    code: "445566",
    domain: "bank.example",
  },
  { body: "Hello\n@tiny.example #9", code: "9", domain: "tiny.example" },
  { body: "dev build\n@localhost #20481", code: "20481", domain: "localhost" },
  { body: "884422 es tu código\n\n@acme.com #884422", code: "884422", domain: "acme.com" },
  { body: "see you @cafe.com #saturday", code: null },
  { body: "@friend #party tonight", code: null },
  { body: "Write to @example.com/help #1234", code: null },
];
