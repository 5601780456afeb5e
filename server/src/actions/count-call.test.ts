import { expect, test } from "vitest";
import { verifies } from "../../../test/support/verifies.ts";
import { newRequestId, testStore } from "../../../test/support/test-store.ts";
import { setAgentLimits } from "./agents.ts";
import { countCall, countNewWait } from "./count-call.ts";

test(
  verifies("G8-limits", "an agent at its limit of calls is told when to come back, and then may"),
  async () => {
    await using t = await testStore();
    const { viewer } = await t.agent("a");
    await setAgentLimits(t.store, t.admin, { agent: "a", callsPerMinute: 6 });
    for (let call = 0; call < 6; call += 1) await countCall(t.store, viewer, "call");
    await expect(countCall(t.store, viewer, "call")).rejects.toMatchObject({
      problem: {
        code: "too_many_requests",
        message: "This agent has made all of its 6 calls a minute; try again in 10 s.",
        retryAfterMs: expect.closeTo(10_000, -3) as unknown,
      },
    });
    t.advance(10_000);
    await countCall(t.store, viewer, "call");
    await expect(countCall(t.store, viewer, "call")).rejects.toThrow("try again");
  },
);

test("two keys of one agent share its limit, two agents do not", async () => {
  await using t = await testStore();
  const [one, two] = [await t.agent("a"), await t.agent("b")];
  const again = await t.agent("a");
  expect(again.viewer.keyId).not.toBe(one.viewer.keyId);
  await setAgentLimits(t.store, t.admin, { agent: "a", callsPerMinute: 1 });
  await countCall(t.store, one.viewer, "call");
  await expect(countCall(t.store, again.viewer, "call")).rejects.toThrow("try again");
  await countCall(t.store, two.viewer, "call");
});

test("at its limit an agent may still settle, touch and resume what it began", async () => {
  await using t = await testStore();
  const { viewer, ...agent } = await t.agent("a");
  const phoneNumber = await agent.number();
  const { requestId } = await agent.wait({ phoneNumber });
  await setAgentLimits(t.store, t.admin, { agent: "a", callsPerMinute: 1 });
  await countCall(t.store, viewer, "call");
  await countCall(t.store, viewer, "upkeep");
  await countNewWait(t.store, viewer, requestId);
  await expect(countNewWait(t.store, viewer, newRequestId())).rejects.toThrow("try again");
});

test("a limit of 0 lets an agent call nothing", async () => {
  await using t = await testStore();
  const { viewer } = await t.agent("a");
  await setAgentLimits(t.store, t.admin, { agent: "a", callsPerMinute: 0 });
  await expect(countCall(t.store, viewer, "call")).rejects.toMatchObject({
    problem: { code: "limit_reached", message: expect.stringContaining("its limit is 0") as unknown },
  });
});
