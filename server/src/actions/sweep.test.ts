/** What keeps one part of the sweep from being done keeps nothing else. */
import { expect, test } from "vitest";
import { tamper } from "../../../test/support/audit-tampering.ts";
import { testStore, type TestStore } from "../../../test/support/test-store.ts";
import { eventsAfter, teamState } from "../store/events.ts";
import { withTeam } from "../store/with-team.ts";
import { listMessages } from "./list-messages.ts";
import { sweepTeam } from "./sweep.ts";

const HOUR_MS = 3_600_000;

async function codes(t: TestStore): Promise<(string | undefined)[]> {
  const { messages } = await listMessages(t.store, t.admin, { limit: 10 });
  return messages.map(({ otp }) => otp?.code);
}

test("a message that cannot be opened is erased whole, and keeps no other from being erased", async () => {
  await using t = await testStore();
  const to = await (await t.agent("a")).number();
  await t.receive({ to, body: "Your code is 482913" });
  await tamper(t, "update messages set extraction = body, body = extraction");
  await t.receive({ to, body: "Your code is 660177" });
  t.advance(HOUR_MS);
  await sweepTeam(t.store, t.teamId);
  expect(await codes(t)).toEqual([undefined, undefined]);
});

test("a part that fails is told, and the codes are erased all the same", async () => {
  await using t = await testStore();
  const to = await (await t.agent("a")).number();
  await t.receive({ to, body: "Your code is 482913" });
  expect(await codes(t)).toEqual(["482913"]);
  await tamper(t, "alter table approvals rename to lost");
  t.advance(HOUR_MS);
  await expect(sweepTeam(t.store, t.teamId)).rejects.toThrow("Parts of the sweep failed");
  expect(await codes(t)).toEqual([undefined]);
});

test("events go after seven days, also where no message is due", async () => {
  await using t = await testStore();
  await (await t.agent("a")).number();
  t.advance(7 * 24 * HOUR_MS + 1);
  await (await t.agent("b")).number();
  await sweepTeam(t.store, t.teamId);
  const left = await eventsAfter(t.store, { teamId: t.teamId, seq: 0, limit: 100 });
  const { firstSeq, seq } = await withTeam(t.store, t.teamId, teamState);
  expect(firstSeq).toBeGreaterThan(1);
  expect([left[0]?.seq, left.at(-1)?.seq]).toEqual([firstSeq, seq]);
});
