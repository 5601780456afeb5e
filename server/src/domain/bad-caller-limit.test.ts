import { expect, test } from "vitest";
import { createBadCallerLimit } from "./bad-caller-limit.ts";

function allowance(now: { ms: number }) {
  const limit = createBadCallerLimit(() => now.ms);
  return (address: string): number => {
    let allowed = 0;
    while (allowed < 100 && limit(address)) allowed++;
    return allowed;
  };
}

test("an address may be wrong twenty times, then once a second", () => {
  const now = { ms: 0 };
  const use = allowance(now);
  expect(use("192.0.2.1")).toBe(20);
  expect(use("192.0.2.1")).toBe(0);
  now.ms = 3_000;
  expect(use("192.0.2.1")).toBe(3);
  now.ms = 3_600_000;
  expect(use("192.0.2.1")).toBe(20);
});

test("addresses do not share an allowance, but those of one IPv6 network do", () => {
  const use = allowance({ ms: 0 });
  expect([use("192.0.2.1"), use("192.0.2.2"), use("::ffff:192.0.2.3"), use("::ffff:192.0.2.4")]).toEqual([
    20, 20, 20, 20,
  ]);
  expect([use("2001:db8:1:2::1"), use("2001:db8:1:2:ffff::9"), use("2001:db8:1:3::1")]).toEqual([20, 0, 20]);
  expect([use("2001:db8::1"), use("2001:db8:0:0:5::1"), use("::1"), use("")]).toEqual([20, 0, 20, 20]);
});

test("memory stays bounded: the address unused for longest is forgotten", () => {
  const use = allowance({ ms: 0 });
  expect(use("first")).toBe(20);
  for (let count = 0; count < 10_000; count++) use(`address ${count}`);
  expect(use("first")).toBe(20);
});
