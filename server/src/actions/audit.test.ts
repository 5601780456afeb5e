import { createHmac } from "node:crypto";
import { sql } from "kysely";
import { Client } from "pg";
import { describe, expect, test } from "vitest";
import { tamper, verifyAll } from "../../../test/support/audit-tampering.ts";
import { testNumbers, testStore, type TestStore } from "../../../test/support/test-store.ts";
import { silentLogger } from "../ops/logger.ts";
import { generateMasterKey, parseKeyRing } from "../crypto/key-ring.ts";
import { withTeamLock } from "../store/with-team.ts";
import { getNumber } from "./get-number.ts";
import { createKey } from "./create-key.ts";
import { revokeKey } from "./keys.ts";
import { listAudit } from "./list-audit.ts";
import { noteAuditHeads } from "./note-audit-heads.ts";
import { releaseNumber } from "./release-number.ts";
import { sweepTeam } from "./sweep.ts";
import { verifies } from "../../../test/support/verifies.ts";

/** The actions on record, oldest first. */
async function actionsOf(t: TestStore, filter: { subject?: string; who?: string } = {}): Promise<string[]> {
  const page = await listAudit(t.store, t.admin, { limit: 200, ...filter });
  return page.entries
    .map((entry) => `${entry.action} by ${entry.actor.name ?? entry.actor.kind}`)
    .toReversed();
}

/** A record of one code's whole way. */
async function lived(t: TestStore): Promise<void> {
  const agent = await t.agent("a");
  const phoneNumber = await agent.number();
  await t.receive({ to: phoneNumber, body: "Your code is 482913" });
  await agent.wait({ requestId: "request-1", phoneNumber });
  await agent.settle("request-1", "confirm");
  await releaseNumber(t.store, agent.viewer, { phoneNumber });
}

describe("the record", () => {
  test("holds every change of a team, who made it, and no code or body", async () => {
    await using t = await testStore();
    await lived(t);
    expect(await actionsOf(t)).toEqual([
      "member.added by start",
      "key.created by start",
      ...testNumbers.map(() => "number.added by configuration"),
      "agent.created by Owner",
      "key.created by Owner",
      "lease.started by a",
      "message.stored by mock",
      "message.claimed by a",
      "message.consumed by a",
      "lease.ended by a",
    ]);
    const { entries } = await listAudit(t.store, t.admin, { limit: 200 });
    expect(JSON.stringify(entries)).not.toContain("482913");
    expect(entries[0]).toMatchObject({
      action: "lease.ended",
      actor: { kind: "agent", name: "a", memberName: "Owner" },
      before: { phoneNumber: testNumbers[0] },
      after: { reason: "released" },
    });
  });

  test("says that the server matched a message with a wait that was open", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    await agent.wait({ requestId: "request-1", phoneNumber });
    await t.receive({ to: phoneNumber, body: "Your code is 482913" });
    await agent.settle("request-1", "give_back");
    expect((await actionsOf(t)).slice(-3)).toEqual([
      "message.stored by mock",
      "message.claimed by matching",
      "message.given_back by a",
    ]);
  });

  test("says what time alone did", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    await agent.wait({ requestId: "request-1", phoneNumber });
    await t.receive({ to: phoneNumber, body: "Your code is 482913" });
    t.advance(49 * 3_600_000);
    await sweepTeam(t.store, t.teamId);
    expect((await actionsOf(t)).slice(-3)).toEqual([
      "message.given_back by sweep",
      "lease.ended by sweep",
      "message.erased by retention",
    ]);
  });

  test("tells of a revocation once, and of no change that did not happen", async () => {
    await using t = await testStore();
    const { id } = await createKey(t.store, t.admin, { kind: "agent", name: "a" });
    const before = (await actionsOf(t)).length;
    await revokeKey(t.store, t.admin, { id });
    await revokeKey(t.store, t.admin, { id });
    expect((await actionsOf(t)).slice(before)).toEqual(["key.revoked by Owner"]);
  });

  test(verifies("T14", "is written only with what it records"), async () => {
    await using t = await testStore();
    const before = await actionsOf(t);
    const failing = withTeamLock(t.store, t.teamId, async (team) => {
      team.record(t.admin, { action: "key.created" });
      throw new Error("after the entry");
    });
    await expect(failing).rejects.toThrow("after the entry");
    expect(await actionsOf(t)).toEqual(before);
    expect(await verifyAll(t)).toMatchObject({ fault: null, head: before.length });
  });

  test("is found by who, what, about what and when", async () => {
    await using t = await testStore();
    await lived(t);
    const all = (await listAudit(t.store, t.admin, { limit: 200 })).entries;
    const count = async (filter: object) =>
      (await listAudit(t.store, t.admin, { limit: 200, ...filter })).entries.length;
    expect(await count({ who: "A" })).toBe(4);
    expect(await count({ who: "owner" })).toBe(6);
    expect(await count({ who: "configuration" })).toBe(10);
    expect(await count({ who: t.admin.keyId })).toBe(2);
    expect(await count({ who: "nobody" })).toBe(0);
    expect(await count({ action: "lease" })).toBe(2);
    expect(await count({ action: "lease.ended" })).toBe(1);
    expect(await count({ subject: all[1]?.subject?.id })).toBe(3);
    expect(await count({ to: all[0]?.at })).toBe(all.length - 1);
    expect(await count({ from: all[0]?.at })).toBe(1);
  });

  test("is read page by page without a gap", async () => {
    await using t = await testStore();
    await lived(t);
    const seqs: number[] = [];
    let before: number | undefined;
    do {
      const page = await listAudit(t.store, t.admin, { limit: 5, before });
      seqs.push(...page.entries.map(({ seq }) => seq));
      before = page.nextBefore;
    } while (before !== undefined);
    expect(seqs).toEqual(Array.from({ length: 19 }, (_, index) => 19 - index));
  });
});

describe("the database's roles", () => {
  test.for(["app", "ingest"] as const)(
    verifies("T14", "%s can neither change nor remove an entry"),
    async (role) => {
      await using t = await testStore();
      for (const statement of ["update audit set entry = ''", "delete from audit", "truncate audit"]) {
        const attempt = t.store[role].transaction().execute(async (trx) => {
          await sql`select set_config('app.team', ${t.teamId}, true)`.execute(trx);
          await sql.raw(statement).execute(trx);
        });
        await expect(attempt, statement).rejects.toThrow("permission denied");
      }
      expect(await verifyAll(t)).toMatchObject({ fault: null });
    },
  );

  test("ingest cannot read an entry, and app none of another team", async () => {
    await using t = await testStore();
    await expect(t.store.ingest.selectFrom("audit").select("entry").execute()).rejects.toThrow(
      "permission denied",
    );
    expect(await t.store.app.selectFrom("audit").select("entry").execute()).toEqual([]);
  });
});

describe("verify", () => {
  test(verifies("T14", "finds nothing in a chain that 16 writers made at once"), async () => {
    await using t = await testStore();
    const agents = await Promise.all(Array.from({ length: 4 }, (_, index) => t.agent(`agent ${index}`)));
    const phoneNumber = (await agents[0]?.number()) ?? "";
    await Promise.all(
      Array.from({ length: 16 }, async (_, writer) => {
        const agent = agents[writer % 4];
        if (!agent) throw new Error("no agent");
        for (let round = 0; round < 10; round += 1) {
          await t.receive({ to: phoneNumber as (typeof testNumbers)[number], body: `code ${round}` });
          await getNumber(t.store, agent.viewer, { passportId: `${writer}` }).catch(() => {});
          await createKey(t.store, t.admin, { kind: "agent", name: `${writer} ${round}` });
        }
      }),
    );
    const report = await verifyAll(t);
    expect(report).toMatchObject({ fault: null, done: true });
    expect(report.checked).toBeGreaterThan(16 * 30);
  });

  const changes: [string, string, string, number][] = [
    [
      "a changed text",
      "update audit set entry = replace(entry, 'number.added', 'number.taken') where seq = 5",
      "text was changed",
      5,
    ],
    ["a changed time", "update audit set at = at + interval '1 microsecond' where seq = 5", '"at"', 5],
    ["a changed action", "update audit set action = 'number.taken' where seq = 5", '"action"', 5],
    ["a changed member", "update audit set member_id = null where seq = 14", '"member_id"', 14],
    ["a changed agent", "update audit set agent_id = null where seq = 15", '"agent_id"', 15],
    ["a changed subject", "update audit set subject_id = 'x' where seq = 5", '"subject_id"', 5],
    ["a changed MAC", "update audit set mac = 'x' where seq = 5", "MAC is not that of its text", 5],
    ["another key's name", "update audit set master_key_id = 'k2' where seq = 5", 'master key "k2"', 5],
    ["a missing entry", "delete from audit where seq = 5", "entry 5 is missing", 5],
    ["a missing beginning", "delete from audit where seq < 4", "entries 1 to 3 are missing", 1],
    ["a cut tail", "delete from audit where seq > 17", "its tail was cut", 18],
    ["everything gone", "delete from audit", "its tail was cut", 1],
    ["a head set back", "update teams set audit_seq = 3", "goes on behind", 4],
    ["another head", "update teams set audit_mac = 'x'", "that of the team's head", 19],
  ];
  test.for(changes)("names %s", async ([, statement, fault, seq]) => {
    await using t = await testStore();
    await lived(t);
    expect(await verifyAll(t)).toMatchObject({ fault: null, checked: 19 });
    await tamper(t, statement);
    expect(await verifyAll(t)).toMatchObject({ fault: { seq, fault: expect.stringContaining(fault) } });
  });

  test("names an entry whose text was destroyed, which the list still shows among the others", async () => {
    await using t = await testStore();
    await tamper(t, "update audit set entry = 'nothing' where seq = 5");
    expect(await verifyAll(t)).toMatchObject({ fault: { seq: 5 } });
    const { entries } = await listAudit(t.store, t.admin, { limit: 200 });
    expect(entries).toHaveLength(12);
    expect(entries[7]).toMatchObject({ seq: 5, action: "number.added", after: { entry: "nothing" } });
    expect((await listAudit(t.store, t.admin, { limit: 200, who: "configuration" })).entries).toHaveLength(9);
  });

  test("names two entries that changed places", async () => {
    await using t = await testStore();
    await tamper(
      t,
      "update audit set seq = 100 where seq = 4",
      "update audit set seq = 4 where seq = 5",
      "update audit set seq = 5 where seq = 100",
    );
    expect(await verifyAll(t)).toMatchObject({ fault: { seq: 4 } });
  });

  test(verifies("T14", "names the first entry of a chain that was built anew without the key"), async () => {
    await using t = await testStore();
    await rebuild(t, 5);
    expect(await verifyAll(t)).toMatchObject({ fault: { seq: 5 } });
  });

  test(
    verifies("T14", "finds a tail that was cut together with the head, by a head the server noted"),
    async () => {
      await using t = await testStore();
      await lived(t);
      const lines: unknown[] = [];
      const log = { ...silentLogger, info: (_event: string, fields?: object) => void lines.push(fields) };
      const noted = new Map<string, number>();
      await noteAuditHeads(t.store, log, noted);
      await noteAuditHeads(t.store, log, noted);
      expect(lines).toEqual([{ teamId: t.teamId, seq: 19, mac: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
      await tamper(
        t,
        "delete from audit where seq > 17",
        "update teams set audit_seq = 17, audit_mac = (select mac from audit where seq = 17)",
      );
      expect(await verifyAll(t)).toMatchObject({
        fault: { seq: 18, fault: expect.stringContaining("its head was entry 19 before") },
      });
    },
  );

  test("finds the same by a head that a person noted", async () => {
    await using t = await testStore();
    await lived(t);
    const [newest] = (await listAudit(t.store, t.admin, { limit: 1 })).entries;
    const head = { seq: newest?.seq ?? 0, mac: newest?.mac ?? "" };
    expect(await verifyAll(t, [head])).toMatchObject({ fault: null, knownHeads: 1 });
    await tamper(
      t,
      "delete from audit where seq > 17",
      "update teams set audit_seq = 17, audit_mac = (select mac from audit where seq = 17)",
    );
    expect(await verifyAll(t)).toMatchObject({ fault: null });
    expect(await verifyAll(t, [head])).toMatchObject({ fault: { seq: 18 } });
    expect(await verifyAll(t, [{ seq: 10, mac: "0".repeat(64) }])).toMatchObject({
      fault: { seq: 10, fault: expect.stringContaining("built anew") },
    });
  });

  test("goes on over a rotation of the master key, as long as the old one is in the ring", async () => {
    await using t = await testStore();
    const newer = generateMasterKey().replace("k1:", "k2:");
    const before = (await actionsOf(t)).length;
    t.store.keyRing = parseKeyRing(`${newer},${t.masterKeys}`);
    await createKey(t.store, t.admin, { kind: "admin", name: "written with k2" });
    expect(await verifyAll(t)).toMatchObject({ fault: null, checked: before + 1 });
    t.store.keyRing = parseKeyRing(t.masterKeys);
    expect(await verifyAll(t)).toMatchObject({
      fault: { seq: before + 1, fault: expect.stringContaining('"k2" is not in AGENTPASS_MASTER_KEY') },
    });
    t.store.keyRing = parseKeyRing(generateMasterKey());
    expect(await verifyAll(t)).toMatchObject({ fault: { seq: 1 } });
  });
});

/** Changes one entry and chains all from there on anew, head included, with all that the database tells, under a key of its own. */
async function rebuild(t: TestStore, from: number): Promise<void> {
  const client = new Client(t.database.connection);
  await client.connect();
  try {
    const { rows } = await client.query<{ seq: string; entry: string; mac: Buffer }>(
      "select seq, entry, mac from audit order by seq",
    );
    let previous: Buffer = Buffer.alloc(0);
    for (const row of rows) {
      if (Number(row.seq) >= from) {
        row.entry = row.entry.replace("number.added", "number.taken");
        row.mac = createHmac("sha256", "a guess").update(previous).update(row.entry).digest();
        await client.query(
          "update audit set entry = $2::text, action = $2::text::json ->> 'action', mac = $3 where seq = $1",
          [row.seq, row.entry, row.mac],
        );
      }
      previous = row.mac;
    }
    await client.query("update teams set audit_mac = $1", [previous]);
  } finally {
    await client.end();
  }
}
