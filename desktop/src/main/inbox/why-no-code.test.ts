import { expect, test } from "vitest";
import type { Listed } from "./kept-message.ts";
import { whyNoCode } from "./why-no-code.ts";

const message: Listed = {
  id: "SM1",
  from: "+12025550123",
  to: "+15551234567",
  body: "Your code is ••••••",
  receivedAt: "2026-11-22T14:22:00Z",
  state: "available",
  otp: null,
  simulated: false,
};
const { body: _, ...withoutBody } = message;

test.each<[string, Listed, RegExp]>([
  [
    "its provider took the code out",
    { ...message, state: "provider_blocked" },
    /provider took the code out.*SIM gateway/,
  ],
  [
    "somebody is asked about it",
    { ...withoutBody, state: "held", agentName: "Claude Code" },
    /decided whether Claude Code/,
  ],
  ["its code was erased", message, /past its time/],
  ["its text was erased", withoutBody, /no longer kept/],
  ["it never held one", { ...message, body: "See you soon" }, /nothing that could be a code/],
])("a message says that %s", (_name, listed, sentence) => {
  expect(whyNoCode(listed)).toMatch(sentence);
});
