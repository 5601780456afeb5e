import { describe, expect, it } from "vitest";
import { extractOtp } from "./index.ts";

const expiryOf = (text: string, receivedAt?: number): number | undefined =>
  extractOtp(`Your code is 604411. ${text}`, receivedAt === undefined ? {} : { receivedAt })
    ?.expiresInSeconds;

describe("the expiry of a code", () => {
  it.each([
    ["Valid for 10 minutes.", 600],
    ["It expires in five minutes.", 300],
    ["Valid for 90 seconds", 90],
    ["This code expires in 1 hour.", 3600],
    ["Valid for 2 days", 172_800],
    ["(10min)", 600],
    ["Gültig für 15 Minuten.", 900],
    ["Действует 3 минуты", 180],
    ["5分钟内有效", 300],
    ["一分钟内有效", 60],
    ["有効期限は10分です", 600],
    ["صالح لمدة ٥ دقائق", 300],
    ["Ref: FB3S. Valid for 5 min", 300],
  ])("reads %s", (text, seconds) => {
    expect(expiryOf(text)).toBe(seconds);
  });

  it("prefers the time that is said to be the validity", () => {
    expect(expiryOf("Wait 30 seconds before you ask again. The code is valid for 10 minutes.")).toBe(600);
  });

  it("gives none where the message says none", () => {
    expect(expiryOf("Do not share it.")).toBeUndefined();
    expect(expiryOf("Sent at 11:24:21")).toBeUndefined();
  });

  it("counts a clock time from the receipt, whatever half-hour zone the sender writes in", () => {
    const received = Date.UTC(2026, 10, 22, 9, 2, 0);
    expect(expiryOf("Valid until 14:32", received)).toBe(1800);
    expect(expiryOf("Valid till 16:12:30", received)).toBe(630);
    expect(expiryOf("Valid until 14:32")).toBeUndefined();
  });
});
