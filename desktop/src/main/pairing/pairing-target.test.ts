import { expect, test } from "vitest";
import { parsePairingTarget } from "./pairing-target.ts";

const SECRET = "rT2x0q9mVZk3y8bW5nJc7LhD4fGs1aPeQuXiOvYtKzE";

test.each([
  ["sms.example.com", "https://sms.example.com", null],
  [" https://sms.example.com/ ", "https://sms.example.com", null],
  ["https://sms.example.com/agentpass/", "https://sms.example.com/agentpass", null],
  ["https://sms.example.com/agentpass/pair", "https://sms.example.com/agentpass", null],
  ["127.0.0.1:3846", "http://127.0.0.1:3846", null],
  ["localhost:3846", "http://localhost:3846", null],
  ["http://10.0.0.2:3846", "http://10.0.0.2:3846", null],
  [`https://sms.example.com/pair/${SECRET}`, "https://sms.example.com", SECRET],
  [`https://sms.example.com/a/pair/${SECRET}/`, "https://sms.example.com/a", SECRET],
  [
    `agentpass://pair?server=https%3A%2F%2Fsms.example.com%2Fa&invitation=${SECRET}`,
    "https://sms.example.com/a",
    SECRET,
  ],
  ["agentpass://pair?server=https%3A%2F%2Fsms.example.com", "https://sms.example.com", null],
])("%s is the server %s", (text, server, secret) => {
  const target = parsePairingTarget(text);
  expect(target.server).toBe(server);
  expect(target.invitation?.reveal() ?? null).toBe(secret);
});

test.each([
  ["", /is no address\. Type/],
  ["my server", /is no address/],
  ["ftp://sms.example.com", /is no address of a server/],
  ["javascript:alert(1)", /address/],
  ["https://bank.example@evil.example", /@ before the host/],
  [`https://sms.example.com/pair/${SECRET.slice(1)}`, /not whole.*last character/],
  ["agentpass://pair", /names no server/],
  ["agentpass://open?server=https%3A%2F%2Fsms.example.com", /names no server/],
  ["agentpass://pair?server=agentpass%3A%2F%2Fpair", /names no server/],
  [`agentpass://pair?server=https%3A%2F%2Fsms.example.com&invitation=x`, /not whole/],
])("%j is refused, with the mend", (text, message) => {
  expect(() => parsePairingTarget(text)).toThrow(message);
});
