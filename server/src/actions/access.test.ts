import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { agentOf, testStore, type TestStore } from "../../../test/support/test-store.ts";
import { withTeam, type OnBehalfOf } from "../store/with-team.ts";
import { createAgent } from "./agents.ts";
import { createKey } from "./create-key.ts";
import { shareNumber } from "./grant-number.ts";
import { listKeys, revokeKey } from "./keys.ts";
import { listMessages } from "./list-messages.ts";
import { messageReceipt } from "./message-receipt.ts";
import { readNotifications } from "./read-notifications.ts";
import { releaseNumber } from "./release-number.ts";
import { signIn } from "./sign-in.ts";
import { verifies } from "../../../test/support/verifies.ts";

describe("a key", () => {
  test("signs its holder in, and nothing that resembles it does", async () => {
    await using t = await testStore();
    const { key } = await createKey(t.store, t.admin, { kind: "agent", name: "a" });
    expect((await signIn(t.store, key)).viewer.kind).toBe("agent");
    const last = key.at(-1) === "A" ? "B" : "A";
    for (const wrong of [
      null,
      "",
      "x",
      key.slice(0, -1),
      `${key.slice(0, -1)}${last}`,
      key.replace("agent", "admin"),
    ]) {
      await expect(signIn(t.store, wrong)).rejects.toMatchObject({ problem: { code: "not_signed_in" } });
    }
  });

  test("is refused from the moment it is revoked, also in a call whose caller had signed in before", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const [, key] = await listKeys(t.store, t.admin);
    await revokeKey(t.store, t.admin, { id: key?.id ?? "" });
    await expect(signIn(t.store, agent.key)).rejects.toMatchObject({ problem: { code: "not_signed_in" } });
    await expect(agent.number()).rejects.toMatchObject({ problem: { code: "not_signed_in" } });
    expect(await revokeKey(t.store, t.admin, { id: key?.prefix ?? "" })).toMatchObject({
      status: "already_revoked",
    });
  });

  test("that an admin is using cannot revoke itself", async () => {
    await using t = await testStore();
    await expect(revokeKey(t.store, t.admin, { id: t.admin.keyId })).rejects.toMatchObject({
      problem: { code: "conflict" },
    });
  });
});

describe("an agent", () => {
  test("sees no message of another agent by any way of asking", async () => {
    await using t = await testStore();
    const [mine, theirs] = [await t.agent("mine"), await t.agent("theirs")];
    const phoneNumber = await theirs.number();
    const sms = t.sms({ to: phoneNumber, body: "Your code is 482913" });
    await t.receive(sms);
    expect((await listMessages(t.store, mine.viewer, { limit: 50 })).messages).toEqual([]);
    expect((await listMessages(t.store, mine.viewer, { limit: 50, phoneNumber })).messages).toEqual([]);
    await expect(messageReceipt(t.store, mine.viewer, { id: sms.providerMessageId })).rejects.toMatchObject({
      problem: { code: "not_found" },
    });
    await expect(releaseNumber(t.store, mine.viewer, { phoneNumber })).rejects.toMatchObject({
      problem: { code: "not_found" },
    });
    expect(await readNotifications(t.store, mine, phoneNumber)).toMatchObject({ code: "not_found" });
    expect(await readNotifications(t.store, theirs, phoneNumber)).toMatchObject([
      { otp: { code: "482913" } },
    ]);
  });
});

describe("row-level security", () => {
  test(verifies("T3", "shows the app role nothing without a team, and nothing of another team"), async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    await t.receive({ to: await agent.number(), body: "Your code is 482913" });
    const other = "00000000-0000-7000-8000-000000000000";
    for (const team of [null, "", other]) {
      await t.store.app.transaction().execute(async (trx) => {
        if (team !== null) await sql`select set_config('app.team', ${team}, true)`.execute(trx);
        for (const table of [
          "teams",
          "members",
          "agents",
          "keys",
          "passports",
          "numbers",
          "leases",
          "number_services",
          "number_consents",
          "number_shares",
          "purchases",
          "releases",
          "messages",
          "message_keys",
          "waits",
          "events",
        ] as const) {
          expect(
            (await trx.selectFrom(table).selectAll().execute()).length,
            `${table} with team ${team}`,
          ).toBe(0);
        }
      });
    }
  });

  test("forbids the ingest role to read a body, a code or a data key", async () => {
    await using t = await testStore();
    await expect(t.store.ingest.selectFrom("messages").select("body").execute()).rejects.toThrow(
      "permission denied",
    );
    await expect(t.store.ingest.selectFrom("messages").select("extraction").execute()).rejects.toThrow(
      "permission denied",
    );
    await expect(t.store.ingest.selectFrom("message_keys").selectAll().execute()).rejects.toThrow(
      "permission denied",
    );
  });

  test("forbids the app role to write for another team and to touch receipts", async () => {
    await using t = await testStore();
    const write = t.store.app.transaction().execute(async (trx) => {
      await sql`select set_config('app.team', ${t.teamId}, true)`.execute(trx);
      await sql`insert into members (team_id, id, name, role, created_at) values ('00000000-0000-7000-8000-000000000000', gen_random_uuid(), 'x', 'owner', now())`.execute(
        trx,
      );
    });
    await expect(write).rejects.toThrow("row-level security");
    await expect(t.store.app.selectFrom("receipts").selectAll().execute()).rejects.toThrow(
      "permission denied",
    );
  });
});

describe("row-level security as the second lock", () => {
  const rows = async (t: TestStore, who: OnBehalfOf) =>
    withTeam(t.store, who, async (trx) => ({
      messages: (await trx.selectFrom("messages").select("agent_id").execute()).map((row) => row.agent_id),
      keys: (await trx.selectFrom("message_keys").select("agent_id").execute()).map((row) => row.agent_id),
      waits: (await trx.selectFrom("waits").select("agent_id").execute()).map((row) => row.agent_id),
      leases: (await trx.selectFrom("leases").select("agent_id").execute()).map((row) => row.agent_id),
    }));

  test(
    verifies("T3", "shows an agent's transaction no other agent's rows, though the statement names none"),
    async () => {
      await using t = await testStore();
      const [mine, theirs] = [await t.agent("mine"), await t.agent("theirs")];
      for (const agent of [mine, theirs]) {
        const phoneNumber = await agent.number();
        await agent.wait({ phoneNumber });
        await t.receive({ to: phoneNumber, body: "Your code is 482913" });
      }
      const own = [mine.viewer.agentId];
      expect(await rows(t, mine.viewer)).toEqual({ messages: own, keys: own, waits: own, leases: own });
      const both = new Set([mine.viewer.agentId, theirs.viewer.agentId]);
      const all = await rows(t, t.teamId);
      for (const ids of Object.values(all)) expect(new Set(ids)).toEqual(both);
      // Nothing of it stays on the connection for the next transaction.
      expect(await rows(t, t.admin)).toEqual(all);
    },
  );

  test("forbids an agent's transaction to write another agent's rows", async () => {
    await using t = await testStore();
    const [mine, theirs] = [await t.agent("mine"), await t.agent("theirs")];
    await t.receive({ to: await theirs.number(), body: "Your code is 482913" });
    const update = await withTeam(t.store, mine.viewer, (trx) =>
      trx.updateTable("messages").set({ state: "consumed" }).executeTakeFirst(),
    );
    expect(update.numUpdatedRows).toBe(0n);
    const insert = withTeam(t.store, mine.viewer, (trx) =>
      sql`insert into waits (team_id, id, request_id, agent_id, lease_id, filters, mode, state, opened_at, opened_seq, changed_seq, deadline, touched_at)
        values (${t.teamId}, gen_random_uuid(), 'another', ${theirs.viewer.agentId}, gen_random_uuid(), '{}', 'claim', 'open', now(), 1, 1, now(), now())`.execute(
        trx,
      ),
    );
    await expect(insert).rejects.toThrow("row-level security");
  });

  test("shows a device's transaction its member's messages only, and what is shared with the member from then on", async () => {
    await using t = await testStore();
    const ann = await t.person("Ann", "member");
    const hers = await agentOf(t.store, await createAgent(t.store, ann.viewer, { name: "hers" }));
    const theirs = await t.agent("theirs");
    const theirNumber = await theirs.number();
    await t.receive({ to: await hers.number(), body: "Your code is 482911" });
    await t.receive({ to: theirNumber, body: "Your code is 482912" });
    expect((await rows(t, ann.viewer)).messages).toEqual([hers.viewer.agentId]);
    await shareNumber(t.store, t.admin, { phoneNumber: theirNumber, member: "Ann", granted: true });
    t.advance(1);
    await t.receive({ to: theirNumber, body: "Your code is 482913" });
    expect(new Set((await rows(t, ann.viewer)).messages)).toEqual(
      new Set([hers.viewer.agentId, theirs.viewer.agentId]),
    );
  });
});
