import type { PoolNumber } from "@agentpass/shared/number-api";
import { expect, it } from "vitest";
import { actionsOn, confirmationOf } from "./number-actions.ts";

const number: PoolNumber = {
  id: "1",
  phoneNumber: "+15551234567",
  provider: "twilio",
  country: "US",
  state: "available",
  quarantinedUntil: null,
  agentId: null,
  agentName: null,
  leaseId: null,
  releasing: false,
  releasedAt: null,
};

it("a number is offered only what the server would do", () => {
  expect(actionsOn(number)).toEqual(["suspend", "quarantine", "retire", "release"]);
  expect(actionsOn({ ...number, state: "quarantined" })).toContain("lift");
  expect(actionsOn({ ...number, state: "suspended" })).toEqual(["resume", "retire", "release"]);
  expect(actionsOn({ ...number, state: "retired" })).toEqual(["release"]);
});

it("only Twilio takes numbers back, and each only once", () => {
  expect(actionsOn({ ...number, provider: "mock" })).not.toContain("release");
  expect(actionsOn({ ...number, state: "retired", provider: "my-phone" })).toEqual([]);
  expect(actionsOn({ ...number, releasing: true })).toEqual([]);
  expect(actionsOn({ ...number, state: "retired", releasedAt: "2026-11-22T10:00:00Z" })).toEqual([]);
});

it("what ends a lease says whose", () => {
  const leased: PoolNumber = { ...number, state: "leased", agentName: "claude" };
  for (const action of ["suspend", "quarantine", "retire", "release"] as const)
    expect(confirmationOf(action, leased)?.consequences.at(-1)).toContain('The agent "claude" holds it');
  expect(confirmationOf("suspend", number)?.consequences).toEqual(["It is not leased until it is resumed."]);
});

it("what does not come back by itself is marked, and what loses nothing is not asked about", () => {
  expect(confirmationOf("release", number)).toMatchObject({ danger: true });
  expect(confirmationOf("retire", number)).toMatchObject({ danger: true });
  expect(confirmationOf("suspend", number)).toMatchObject({ danger: false });
  expect(confirmationOf("resume", { ...number, state: "suspended" })).toBeNull();
});
