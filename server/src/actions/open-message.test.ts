import { v7 as uuidv7 } from "uuid";
import { describe, expect, test } from "vitest";
import { received, testStore, type TestStore } from "../../../test/support/test-store.ts";
import { tamper } from "../../../test/support/audit-tampering.ts";
import { newKey } from "../crypto/token-hash.ts";
import type { DeviceViewer } from "../domain/access.ts";
import { insertKey } from "../store/keys.ts";
import { withTeam, withTeamLock } from "../store/with-team.ts";
import { listAudit } from "./list-audit.ts";
import { listMessages } from "./list-messages.ts";
import { markMessageUsed, openMessage } from "./open-message.ts";
import { readNotifications } from "./read-notifications.ts";
import { sweepTeam } from "./sweep.ts";
import { verifies } from "../../../test/support/verifies.ts";

/** What people did with messages, oldest first. */
async function looks(t: TestStore) {
  const page = await listAudit(t.store, t.admin, { limit: 200, action: "message" });
  return page.entries
    .filter(({ actor }) => actor.kind === "admin" || actor.kind === "device")
    .map(({ action }) => action)
    .toReversed();
}

/** A member with a device; the member has no agents. */
async function device(t: TestStore): Promise<DeviceViewer> {
  const [memberId, deviceId] = [uuidv7(), uuidv7()];
  await tamper(
    t,
    `insert into members (team_id, id, name, role, created_at) values ('${t.teamId}', '${memberId}', 'Mia', 'member', now())`,
    `insert into devices (team_id, id, member_id, name, platform, created_at) values ('${t.teamId}', '${deviceId}', '${memberId}', 'laptop', 'linux', now())`,
  );
  const keyId = await withTeamLock(t.store, t.teamId, (team) =>
    insertKey(team, { secret: newKey("device"), kind: "device", name: "laptop", memberId, deviceId }),
  );
  return { kind: "device", role: "member", teamId: t.teamId, keyId, memberId, deviceId, address: null };
}

const setSettings = (t: TestStore, settings: object) =>
  tamper(t, `update teams set settings = '${JSON.stringify(settings)}'`);

async function withMessage(t: TestStore) {
  const agent = await t.agent("a");
  const phoneNumber = await agent.number();
  const sms = t.sms({ to: phoneNumber, body: "Your code is 482913" });
  await t.receive(sms);
  return { agent, phoneNumber, id: sms.providerMessageId };
}

describe("a person's look at a list", () => {
  test("is on record once for each message, however often the list is asked for", async () => {
    await using t = await testStore();
    const { phoneNumber } = await withMessage(t);
    for (let poll = 0; poll < 3; poll += 1) await listMessages(t.store, t.admin, { limit: 20 });
    expect(await looks(t)).toEqual(["message.shown"]);
    await t.receive({ to: phoneNumber, body: "Your code is 739154" });
    await Promise.all([1, 2, 3].map(() => listMessages(t.store, t.admin, { limit: 20 })));
    await readNotifications(t.store, { key: t.ownerKey }, phoneNumber);
    expect(await looks(t)).toEqual(["message.shown", "message.shown"]);
  });

  test("is on record before anything is shown: no record, no message", async () => {
    await using t = await testStore();
    await withMessage(t);
    await tamper(t, "revoke insert on audit from agentpass_app");
    await expect(listMessages(t.store, t.admin, { limit: 20 })).rejects.toThrow("permission denied");
  });

  test("that shows neither text nor code is no look, and consumes nothing", async () => {
    await using t = await testStore();
    const { agent, phoneNumber } = await withMessage(t);
    await setSettings(t, { adminBodies: false });
    const [shown] = (await listMessages(t.store, t.admin, { limit: 20 })).messages;
    expect(shown).toMatchObject({ otp: null, state: "available" });
    expect(shown).not.toHaveProperty("body");
    expect(await looks(t)).toEqual([]);
    expect(received(await agent.wait({ phoneNumber })).message.otp?.code).toBe("482913");
  });

  test("of an agent at its own messages is none", async () => {
    await using t = await testStore();
    const { agent } = await withMessage(t);
    await listMessages(t.store, agent.viewer, { limit: 20 });
    expect(await looks(t)).toEqual([]);
  });
});

describe("opening a message", () => {
  test(verifies("T14", "shows text and code, is on record every time, and consumes nothing"), async () => {
    await using t = await testStore();
    const { agent, phoneNumber, id } = await withMessage(t);
    const shown = await openMessage(t.store, t.admin, { id, purpose: "open" });
    expect(shown).toMatchObject({ body: "Your code is 482913", otp: { code: "482913" } });
    await openMessage(t.store, t.admin, { id, purpose: "copy" });
    await listMessages(t.store, t.admin, { limit: 20 });
    expect(await looks(t)).toEqual(["message.opened", "message.copied"]);
    expect(received(await agent.wait({ phoneNumber })).message.otp?.code).toBe("482913");
  });

  test(verifies("body-policy", "follows the team's policy on what admins read, on every route"), async () => {
    await using t = await testStore();
    const { phoneNumber, id } = await withMessage(t);
    await setSettings(t, { adminBodies: false });
    const routes = [
      await openMessage(t.store, t.admin, { id, purpose: "open" }),
      ...(await listMessages(t.store, t.admin, { limit: 20 })).messages,
      ...((await readNotifications(t.store, { key: t.ownerKey }, phoneNumber)) as object[]),
    ];
    expect(routes).toHaveLength(3);
    expect(JSON.stringify(routes)).not.toContain("482913");
    expect((await listAudit(t.store, t.admin, { limit: 1 })).entries[0]).toMatchObject({
      action: "message.opened",
      after: { body: false, code: false },
    });
  });

  test("shows a device the messages of its own member's agents only", async () => {
    await using t = await testStore();
    const { agent, id } = await withMessage(t);
    const viewer = await device(t);
    await expect(openMessage(t.store, viewer, { id, purpose: "open" })).rejects.toMatchObject({
      problem: { code: "not_found" },
    });
    await expect(markMessageUsed(t.store, viewer, { id })).rejects.toMatchObject({
      problem: { code: "not_found" },
    });
    await tamper(
      t,
      `update agents set member_id = '${viewer.memberId}' where id = '${agent.viewer.agentId}'`,
    );
    await setSettings(t, { adminBodies: false, agentBodies: false });
    expect(await openMessage(t.store, viewer, { id, purpose: "open" })).toMatchObject({
      body: "Your code is 482913",
    });
  });

  test("of one that was erased shows nothing, and forgets who had seen it", async () => {
    await using t = await testStore();
    const { id } = await withMessage(t);
    await openMessage(t.store, t.admin, { id, purpose: "open" });
    t.advance(25 * 3_600_000);
    await sweepTeam(t.store, t.teamId);
    const shown = await openMessage(t.store, t.admin, { id, purpose: "open" });
    expect(shown).toMatchObject({ otp: null });
    expect(shown).not.toHaveProperty("body");
    const views = await withTeam(t.store, t.teamId, (trx) =>
      trx.selectFrom("message_views").selectAll().execute(),
    );
    expect(views).toEqual([]);
  });
});

describe('"I used it"', () => {
  test("consumes: no agent is given the code any more", async () => {
    await using t = await testStore();
    const { agent, phoneNumber, id } = await withMessage(t);
    expect(await markMessageUsed(t.store, t.admin, { id })).toEqual({ id, status: "used" });
    expect(await markMessageUsed(t.store, t.admin, { id })).toEqual({ id, status: "already_used" });
    expect(await agent.wait({ phoneNumber, timeoutMs: 0 })).toMatchObject({ status: "timeout" });
    expect(await looks(t)).toEqual(["message.consumed"]);
  });

  test("also of a code that an agent was given and has not confirmed, which then cannot come back", async () => {
    await using t = await testStore();
    const { agent, phoneNumber, id } = await withMessage(t);
    await agent.wait({ requestId: "request-1", phoneNumber });
    await markMessageUsed(t.store, t.admin, { id });
    await agent.settle("request-1", "give_back");
    expect(await agent.wait({ phoneNumber, timeoutMs: 0 })).toMatchObject({ status: "timeout" });
  });
});
