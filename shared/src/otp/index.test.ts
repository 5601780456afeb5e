import { describe, expect, it } from "vitest";
import { explainOtp, extractOtp } from "./index.ts";

describe("extractOtp", () => {
  it("gives the code, its kind, the service, the expiry and a confidence", () => {
    expect(extractOtp("Your Acme verification code is 604411. It expires in 5 minutes.")).toEqual({
      code: "604411",
      kind: "numeric",
      service: "Acme",
      expiresInSeconds: 300,
      confidence: expect.closeTo(0.97, 1),
    });
  });

  it("lets the domain-bound line win over a text that says something else", () => {
    expect(extractOtp("Your code is 111111\n@acme.com #222222")).toMatchObject({
      code: "222222",
      kind: "domain-bound",
      domain: "acme.com",
      confidence: 1,
    });
  });

  it("names the service by the sender where the text names none", () => {
    expect(extractOtp("Your code is 604411", { sender: "ACME" })?.service).toBe("ACME");
    expect(extractOtp("Your code is 604411", { sender: "+15551234567" })?.service).toBeUndefined();
  });

  it("reports letters and digits as alphanumeric", () => {
    expect(extractOtp("Your verification code is 7KQ29X")?.kind).toBe("alphanumeric");
  });

  it("finds nothing in an empty text", () => {
    expect(extractOtp("")).toBeNull();
  });
});

describe("explainOtp", () => {
  it("names what announced the winner and why the others lost", () => {
    const { otp, candidates } = explainOtp(
      "OTP 220911 for Rs 1,250.00 on card XX4471. Ref: 884120. Call 18001234567",
    );
    expect(otp?.code).toBe("220911");
    expect(candidates.map(({ code, veto }) => [code, veto])).toEqual([
      ["220911", undefined],
      ["125000", "amount"],
      ["4471", "card"],
      ["884120", "reference"],
      ["18001234567", "phone"],
    ]);
    expect(candidates[0]?.announcedBy).toBe("OTP");
  });

  it("points at the candidate in the original body, invisible characters included", () => {
    const body = "\u200bYour code is 60\u200b4411";
    expect(explainOtp(body).candidates[0]?.at).toBe(body.indexOf("60"));
  });

  it("says why there is no code", () => {
    expect(explainOtp("See you soon").reason).toBe("The message holds nothing that could be a code.");
    expect(explainOtp("Call 18001234567").reason).toBe(
      "The message holds a phone number, but announces no one-time code.",
    );
    expect(explainOtp("Paid EUR 49.90 with card XX4471, see 884120").reason).toBe(
      "The message holds an amount, a card number, and a number, but announces no one-time code.",
    );
  });
});
