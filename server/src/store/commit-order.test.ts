/** Two ways of losing rows that a single statement hides, and the lock that has neither (architecture.md, Store). */
import { sql } from "kysely";
import { Client } from "pg";
import { describe, expect, test } from "vitest";
import { testStore, type TestStore } from "../../../test/support/test-store.ts";
import { releaseNumber } from "../actions/release-number.ts";
import { listMessages } from "../actions/list-messages.ts";
import { formatCursor } from "@agentpass/shared/cursor";
import { eventsAfter, teamState } from "./events.ts";
import { withTeam, withTeamLock } from "./with-team.ts";
import { verifies } from "../../../test/support/verifies.ts";

const SOON = { timeout: 10_000, interval: 5 };

interface Sessions extends AsyncDisposable {
  first: Client;
  second: Client;
}

async function sessions(t: TestStore): Promise<Sessions> {
  const [first, second] = [new Client(t.database.connection), new Client(t.database.connection)];
  await Promise.all([first.connect(), second.connect()]);
  return {
    first,
    second,
    async [Symbol.asyncDispose]() {
      await Promise.all([first.end(), second.end()]);
    },
  };
}

/** The backend that `client` works on. */
async function backendOf(client: Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  return rows[0]?.pid ?? 0;
}

/** Gives the backend that waits for a lock which backend `pid` holds or is next to get, as soon as there is one. */
async function waiterBehind(pid: number, observer: Client): Promise<number> {
  const waiting = "select pid from pg_stat_activity where $1 = any(pg_blocking_pids(pid))";
  const waiter = async () => (await observer.query<{ pid: number }>(waiting, [pid])).rows[0]?.pid ?? 0;
  let found = 0;
  await expect.poll(async () => (found = await waiter()), SOON).toBeGreaterThan(0);
  return found;
}

describe("transactions that commit in another order than they began", () => {
  test("lose rows to a reader that goes by a BIGSERIAL", async () => {
    await using t = await testStore();
    await using both = await sessions(t);
    await both.first.query("create table log (id bigserial primary key, what text)");
    await both.first.query("begin; insert into log (what) values ('slow')");
    await both.second.query("insert into log (what) values ('fast')");
    const seen: string[] = [];
    let cursor = "0";
    const read = async (): Promise<void> => {
      const { rows } = await both.second.query<{ id: string; what: string }>(
        "select * from log where id > $1 order by id",
        [cursor],
      );
      for (const row of rows) [cursor] = [row.id, seen.push(row.what)];
    };
    await read();
    await both.first.query("commit");
    await read();
    expect(seen, "the slow row is there and never read").toEqual(["fast"]);
  });

  test(
    verifies(
      "F5",
      "lose nothing of a team's stream: the second cannot take its seq before the first has committed",
    ),
    async () => {
      await using t = await testStore();
      await using both = await sessions(t);
      const start = await withTeam(t.store, t.teamId, teamState);
      const { first: observer } = both;
      const locked = Promise.withResolvers<number>();
      const slow = Promise.withResolvers<void>();
      const first = withTeamLock(t.store, t.teamId, async (team) => {
        const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(team.trx);
        locked.resolve(rows[0]?.pid ?? 0);
        await slow.promise;
        return team.emit({ type: "number.changed" });
      });
      const firstBackend = await locked.promise;
      const second = withTeamLock(t.store, t.teamId, async (team) => team.emit({ type: "agent.changed" }));
      await waiterBehind(firstBackend, observer);
      expect(await eventsAfter(t.store, { teamId: t.teamId, seq: start.seq, limit: 10 })).toEqual([]);
      slow.resolve();
      expect([await first, await second]).toEqual([start.seq + 1, start.seq + 2]);
      const events = await eventsAfter(t.store, { teamId: t.teamId, seq: start.seq, limit: 10 });
      expect(events.map(({ seq, type }) => [seq - start.seq, type])).toEqual([
        [1, "number.changed"],
        [2, "agent.changed"],
      ]);
      expect(formatCursor(await withTeam(t.store, t.teamId, teamState))).toContain(`:${start.seq + 2}:`);
    },
  );
});

describe("an SMS that arrives while its lease is being ended", () => {
  test("is attached to the ended lease by a statement that locks and inserts in one", async () => {
    await using t = await testStore();
    await using both = await sessions(t);
    await both.first.query(`
      create table team (id int primary key, seq int);
      create table lease (id int primary key, number text, ended boolean default false);
      create table message (lease int, body text);
      insert into team values (1, 0);
      insert into lease values (1, '+15551234567')`);
    await both.first.query("begin; select from team where id = 1 for update");
    // Its snapshot is from before it waits for the lock.
    const inserted = both.second.query(`
      with locked as (update team set seq = seq + 1 where id = 1 returning id)
      insert into message select lease.id, 'a code' from lease, locked
        where number = '+15551234567' and not ended returning lease`);
    await using looking = await sessions(t);
    await waiterBehind(await backendOf(both.first), looking.first);
    await both.first.query("update lease set ended = true; commit");
    expect((await inserted).rows, "the lease had ended before the message was stored").toEqual([
      { lease: 1 },
    ]);
  });

  test("belongs to nobody with our lock", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    await using both = await sessions(t);
    await both.first.query("begin");
    await both.first.query("select from teams for update");
    // The release queues first for the team's row, the message behind it.
    const released = releaseNumber(t.store, agent.viewer, { phoneNumber });
    const releasing = await waiterBehind(await backendOf(both.first), both.second);
    const stored = t.receive({ to: phoneNumber, body: "Your code is 482913" });
    await waiterBehind(releasing, both.second);
    await both.first.query("commit");
    await released;
    expect(await stored).toBe("stored");
    const { rows } = await both.first.query("select lease_id, agent_id from messages");
    expect(rows).toEqual([{ lease_id: null, agent_id: null }]);
    expect((await listMessages(t.store, agent.viewer, { limit: 50 })).messages).toEqual([]);
  });
});
