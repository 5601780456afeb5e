import { Secret } from "@agentpass/shared/secret";
import { describe, expect, test } from "vitest";
import { signingAccount, type WebhookAccount } from "./verify-signature.ts";
import type { FormParameter } from "./url-encoded.ts";

const account: WebhookAccount = {
  provider: "twilio",
  accountSid: `AC${"0".repeat(32)}`,
  authTokens: [new Secret("12345")],
};
const callFrom = (caller: string): FormParameter[] => [
  ["CallSid", "CA1234567890ABCDE"],
  ["Caller", caller],
  ["Digits", "1234"],
  ["From", caller],
  ["To", "+18005551212"],
];
const call = callFrom("+14158675309");

/** Twilio's own vectors: its documentation, and the specs of its libraries (twilio-node spec/unit/webhooks). */
describe("published test vectors", () => {
  test.each([
    ["https://example.com/myapp.php?foo=1&bar=2", "L/OH5YylLD5NRKLltdqwSvS0BnU=", callFrom("+14158675310")],
    ["https://mycompany.com/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8=", call],
    ["http://mycompany.com/myapp.php?foo=1&bar=2", "0ZXoZLH/DfblKGATFgpif+LLRf4=", call],
  ])("%s has the signature %s", (url, signature, parameters) => {
    expect(signingAccount({ url, signature, parameters }, [account])).toBe(account);
    const changed = parameters.map(([name, value]): FormParameter => [
      name,
      name === "Digits" ? "1235" : value,
    ]);
    expect(signingAccount({ url, signature, parameters: changed }, [account])).toBeNull();
    expect(signingAccount({ url: `${url}1`, signature, parameters }, [account])).toBeNull();
  });
});

test("the account is the one whose token signed", () => {
  const other: WebhookAccount = {
    ...account,
    provider: "mock",
    authTokens: [new Secret("a"), new Secret("b")],
  };
  const url = "https://mycompany.com/myapp.php?foo=1&bar=2";
  const request = { url, signature: "RSOYDt4T1cUTdK1PDd93/VVr8B8=", parameters: call };
  expect(signingAccount(request, [other, account])).toBe(account);
  expect(signingAccount(request, [other])).toBeNull();
  expect(signingAccount(request, [])).toBeNull();
});

test("a parameter named like a property of objects is only a parameter", () => {
  const request = {
    url: "https://mycompany.com/",
    signature: "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    parameters: [
      ["__proto__", "x"],
      ["constructor", "y"],
      ["__proto__", "z"],
    ] as FormParameter[],
  };
  expect(signingAccount(request, [account])).toBeNull();
});
