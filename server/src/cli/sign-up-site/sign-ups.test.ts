import type { E164 } from "@agentpass/shared/phone-number";
import { extractOtp } from "@agentpass/shared/otp/index";
import { beforeEach, describe, expect, test } from "vitest";
import { smsText } from "./pages.ts";
import { limits, SignUps, type SignUp } from "./sign-ups.ts";

const NUMBER = "+15551234567" as E164;
let now = 0;
let codes: string[] = [];
let signUps: SignUps;
let signUp: SignUp;

beforeEach(() => {
  now = 1_800_000_000_000;
  codes = ["111111", "222222", "333333", "444444"];
  signUps = new SignUps(
    () => now,
    () => codes.shift() ?? "999999",
  );
  const begun = signUps.begin("Ada", NUMBER);
  if (begun === null) throw new Error("no sign-up");
  signUp = begun;
});

describe("a sign-up", () => {
  test("is done with the code that was sent, however it is spaced", () => {
    expect(signUps.check(signUp, " 111-111 ")).toEqual({ ok: true });
    expect(signUps.find(signUp.id)).toMatchObject({ done: true });
  });

  test("takes five wrong codes, then not even the right one", () => {
    for (let left = limits.tries - 1; left > 0; left--)
      expect(signUps.check(signUp, "000000")).toMatchObject({
        ok: false,
        message: expect.stringContaining(left === 1 ? "One try" : `${left} tries`),
      });
    expect(signUps.check(signUp, "000000")).toMatchObject({ ok: false });
    expect(signUps.check(signUp, "111111")).toMatchObject({
      ok: false,
      message: expect.stringContaining("too many"),
    });
    expect(signUp.done).toBe(false);
  });

  test("counts nothing that cannot be a code as a try", () => {
    expect(signUps.check(signUp, "")).toMatchObject({ ok: false });
    expect(signUp.triesLeft).toBe(limits.tries);
  });

  test("takes no code that has expired", () => {
    now += limits.codeMs - 1;
    expect(signUps.check(signUp, "000000")).toMatchObject({
      message: expect.stringContaining("not the code"),
    });
    now += 1;
    expect(signUps.check(signUp, "111111")).toMatchObject({ message: expect.stringContaining("expired") });
  });

  test("gives another code after 15 s, three times, and takes the old one no more", () => {
    expect(signUps.renew(signUp)).toMatchObject({
      ok: false,
      message: expect.stringContaining("15 seconds"),
    });
    for (let resend = 0; resend < limits.resends; resend++) {
      now += limits.resendAfterMs;
      expect(signUps.renew(signUp)).toEqual({ ok: true });
    }
    now += limits.resendAfterMs;
    expect(signUps.renew(signUp)).toMatchObject({ ok: false });
    expect(signUps.check(signUp, "111111")).toMatchObject({ ok: false });
    expect(signUps.check(signUp, "444444")).toEqual({ ok: true });
  });

  test("is one of at most a hundred, and is forgotten when its code is long over", () => {
    for (let open = 1; open < limits.pending; open++) expect(signUps.begin("Ada", NUMBER)).not.toBeNull();
    expect(signUps.begin("Ada", NUMBER)).toBeNull();
    now += 2 * limits.codeMs;
    expect(signUps.begin("Ada", NUMBER)).not.toBeNull();
    expect(signUps.find(signUp.id)).toBeNull();
  });
});

test("the text's code, site, domain and expiry are read from it", () => {
  expect(extractOtp(smsText("048213"))).toMatchObject({
    code: "048213",
    service: "rosefinch",
    domain: "rosefinch.example",
    expiresInSeconds: limits.codeMs / 1000,
  });
});
