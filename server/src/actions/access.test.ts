import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { testStore } from "../../../test/support/test-store.ts";
import { createKey } from "./create-key.ts";
import { listKeys, revokeKey } from "./keys.ts";
import { listMessages } from "./list-messages.ts";
import { messageReceipt } from "./message-receipt.ts";
import { readNotifications } from "./read-notifications.ts";
import { releaseNumber } from "./release-number.ts";
import { signIn } from "./sign-in.ts";

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
  test("shows the app role nothing without a team, and nothing of another team", async () => {
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
