import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { newRequestId, testStore } from "../../../test/support/test-store.ts";
import type { Occurrence } from "../ops/occurrence.ts";
import { withTeamLock } from "../store/with-team.ts";
import { storeInbound } from "./store-inbound.ts";

async function observedStore() {
  const told: Occurrence[] = [];
  const t = await testStore([], { observe: (occurrence) => void told.push(occurrence) });
  return Object.assign(t, { told });
}

test("what happens to a message and its wait is told once, with ids and times only", async () => {
  await using t = await observedStore();
  const agent = await t.agent("a");
  const phoneNumber = await agent.number();
  const requestId = newRequestId();
  await agent.wait({ phoneNumber, requestId });
  const sms = t.sms({ to: phoneNumber, body: "Your code is 482913" });
  await storeInbound(t.store, [sms]);
  await storeInbound(t.store, [sms]);
  await agent.settle(requestId, "confirm");
  await agent.settle(requestId, "confirm");
  const { agentId } = agent.viewer;
  expect(t.told).toMatchObject([
    { type: "message.stored", agentId, receivedAt: sms.receivedAt },
    { type: "wait.ended", outcome: "received" },
    { type: "answer.confirmed", agentId },
  ]);
  const text = JSON.stringify(t.told);
  for (const canary of ["482913", phoneNumber, sms.from, sms.providerMessageId])
    expect([canary, text.includes(canary)]).toEqual([canary, false]);
});

test("every way in which a wait ends is told with its outcome; a look is no wait", async () => {
  await using t = await observedStore();
  const agent = await t.agent("a");
  const phoneNumber = await agent.number();
  const [late, given_up, released] = [newRequestId(), newRequestId(), newRequestId()];
  await agent.wait({ phoneNumber, timeoutMs: 0 });
  await agent.wait({ phoneNumber, requestId: late, timeoutMs: 1_000 });
  await agent.wait({ phoneNumber, requestId: given_up });
  t.advance(1_500);
  await agent.settle(late, "timeout");
  await agent.settle(given_up, "cancel");
  await agent.wait({ phoneNumber, requestId: released });
  await t.receive({ to: phoneNumber, body: "", blocked: true });
  const ended = t.told.flatMap((one) => (one.type === "wait.ended" ? [one.outcome] : []));
  expect(ended).toEqual(["timeout", "cancelled", "provider_blocked"]);
  expect(t.told).toContainEqual({
    type: "wait.ended",
    outcome: "timeout",
    waitedMs: expect.closeTo(1_500, -3),
  });
});

test("nothing is told of what is rolled back", async () => {
  await using t = await observedStore();
  const note = { type: "use.counted", agentId: randomUUID(), refused: false } as const;
  const failed = withTeamLock(t.store, t.teamId, async (team) => {
    team.note(note);
    throw new Error("the disk is full");
  });
  await expect(failed).rejects.toThrow("the disk is full");
  expect(t.told).toEqual([]);
  await withTeamLock(t.store, t.teamId, async (team) => team.note(note));
  expect(t.told).toEqual([note]);
});
