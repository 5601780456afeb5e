import type { E164 } from "@agentpass/shared/phone-number";
import { ProblemError } from "@agentpass/shared/problem";
import { describe, expect, test } from "vitest";
import { liveStore, type LiveStore } from "../../../test/support/live-store.ts";
import { withTeamLock } from "../store/with-team.ts";
import { addNumber } from "./add-number.ts";
import { addGateway } from "./gateways.ts";
import { giveNumberBack } from "./give-number-back.ts";
import { importNumbers } from "./import-numbers.ts";
import { listNumbers } from "./list-numbers.ts";
import { resumeOrders } from "./resume-orders.ts";

const phoneNumber = "+14155550100" as E164;
const other = "+14155550101" as E164;

const listed = async (t: LiveStore, state?: "retired") =>
  (
    await listNumbers(t.store, t.admin, {
      provider: "twilio",
      limit: 50,
      ...(state ? { state: [state] } : {}),
    })
  ).numbers;

const record = (t: LiveStore): Promise<string[]> =>
  withTeamLock(t.store, t.teamId, async (team) =>
    (
      await team.trx
        .selectFrom("audit")
        .select("action")
        .where("action", "like", "number.release%")
        .orderBy("seq")
        .execute()
    ).map((row) => row.action),
  );

describe("giving a number back", () => {
  test("ends its lease, tells Twilio, and takes it out of the list; its history can still be asked for", async () => {
    await using t = await liveStore([phoneNumber, other]);
    const agent = await t.agent("a");
    const mine = await agent.number();
    const waiting = await agent.wait({ phoneNumber: mine });
    const given = await giveNumberBack(t.store, t.admin, { phoneNumber: mine, ifState: "leased" });
    expect(given).toEqual({ phoneNumber: mine, status: "released", endedLeaseOf: "a" });
    expect(t.twilio.state.numbers.map((number) => number.phoneNumber)).not.toContain(mine);
    expect(await listed(t)).toHaveLength(1);
    expect(await listed(t, "retired")).toMatchObject([{ phoneNumber: mine, releasedAt: expect.any(String) }]);
    const ended = await agent.wait({ phoneNumber: mine, requestId: waiting.requestId });
    expect(ended.status).toBe("number_released");
    expect(await record(t)).toEqual(["number.release_begun", "number.released"]);
    await expect(giveNumberBack(t.store, t.admin, { phoneNumber: mine })).rejects.toMatchObject({
      problem: { code: "conflict", message: expect.stringContaining("was given back at") },
    });
  });

  test("by two admins at once is done once, and the second is told", async () => {
    await using t = await liveStore([phoneNumber]);
    t.twilio.fault({ on: "release", kind: "delay", ms: 300 });
    const results = await Promise.allSettled([
      giveNumberBack(t.store, t.admin, { phoneNumber }),
      giveNumberBack(t.otherNode(), t.admin, { phoneNumber }),
    ]);
    const refused = results.flatMap((one) => (one.status === "rejected" ? [one.reason as ProblemError] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]?.problem).toMatchObject({
      code: "conflict",
      message: expect.stringMatching(/being given back already|was given back/),
    });
    expect(await record(t)).toEqual(["number.release_begun", "number.released"]);
  });

  test("goes on after the reply was lost: what is gone is gone", async () => {
    await using t = await liveStore([phoneNumber]);
    t.twilio.fault({ on: "release", kind: "drop_reply" });
    expect((await giveNumberBack(t.store, t.admin, { phoneNumber })).status).toBe("released");
    expect(t.twilio.faultsInjected).toBe(1);
    expect(t.twilio.state.numbers).toEqual([]);
  });

  test("is taken up again after Twilio was away, and nobody leases the number meanwhile", async () => {
    await using t = await liveStore([phoneNumber]);
    t.twilio.fault({ on: "release", kind: "status", status: 503, times: 4 });
    expect((await giveNumberBack(t.store, t.admin, { phoneNumber })).status).toBe("pending");
    expect(await listed(t)).toMatchObject([{ state: "retired", releasing: true }]);
    await expect(addNumber(t.store, t.admin, { phoneNumber })).rejects.toMatchObject({
      problem: { code: "conflict", message: expect.stringContaining("being given back") },
    });
    t.advance(16_000);
    await resumeOrders(t.store, t.teamId);
    expect(t.twilio.state.numbers).toEqual([]);
    expect(await listed(t)).toEqual([]);
  });

  test("that Twilio refuses leaves it retired, says why, and can be tried again", async () => {
    await using t = await liveStore([phoneNumber]);
    t.twilio.fault({ on: "release", kind: "status", status: 403, code: 20006 });
    await expect(giveNumberBack(t.store, t.admin, { phoneNumber })).rejects.toMatchObject({
      problem: { code: "conflict", message: expect.stringContaining("may not do this") },
    });
    expect(await listed(t)).toMatchObject([{ state: "retired", releasing: false, releasedAt: null }]);
    expect(await record(t)).toEqual(["number.release_begun", "number.release_failed"]);
    expect((await giveNumberBack(t.store, t.admin, { phoneNumber })).status).toBe("released");
  });

  test("of a number that has left the account already says so, and is no failure", async () => {
    await using t = await liveStore([phoneNumber]);
    t.twilio.state.numbers = [];
    expect((await giveNumberBack(t.store, t.admin, { phoneNumber })).status).toBe("not_there");
    expect(await listed(t)).toEqual([]);
  });

  test("of a gateway's number is refused with the mend", async () => {
    await using t = await liveStore();
    await addGateway(t.store, t.admin, { name: "my-phone", kind: "httpsms", publicUrl: "" });
    await addNumber(t.store, t.admin, { phoneNumber, provider: "my-phone" });
    await expect(giveNumberBack(t.store, t.admin, { phoneNumber })).rejects.toMatchObject({
      problem: { code: "conflict", message: expect.stringContaining("number retire +14155550100") },
    });
  });
});

describe("an admin", () => {
  test("imports what the account has and the pool has not, after a dry run that changes nothing", async () => {
    await using t = await liveStore([phoneNumber]);
    const [mine] = t.twilio.state.numbers;
    if (!mine) throw new Error("no number");
    t.twilio.state.numbers.push({ ...mine, sid: mine.sid.replace(/.$/, "x"), phoneNumber: other });
    const expected = { numbers: [{ phoneNumber: other, webhook: "elsewhere" }], left: [] };
    expect(await importNumbers(t.store, t.admin, { dryRun: true })).toMatchObject({
      ...expected,
      dryRun: true,
    });
    expect(await listed(t)).toHaveLength(1);
    expect(await importNumbers(t.store, t.admin, { dryRun: false })).toMatchObject(expected);
    expect(await listed(t)).toHaveLength(2);
    expect((await importNumbers(t.store, t.admin, { dryRun: false })).numbers).toEqual([]);
  });

  test("adds a number of the account, and gets one answer for any other", async () => {
    await using t = await liveStore();
    await expect(addNumber(t.store, t.admin, { phoneNumber })).rejects.toMatchObject({
      problem: {
        code: "not_found",
        field: "phoneNumber",
        message: expect.stringContaining("not in your account or not available"),
      },
    });
    await expect(addNumber(t.store, t.admin, { phoneNumber, provider: "mock" })).rejects.toMatchObject({
      problem: { code: "conflict", field: "provider" },
    });
  });

  test("adds a number again that was given back and bought anew", async () => {
    await using t = await liveStore([phoneNumber]);
    const before = t.twilio.state.numbers;
    await giveNumberBack(t.store, t.admin, { phoneNumber });
    t.twilio.state.numbers = before;
    expect(await addNumber(t.store, t.admin, { phoneNumber })).toMatchObject({
      state: "available",
      releasedAt: null,
    });
  });
});
