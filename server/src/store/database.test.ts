import { sql } from "kysely";
import { Client } from "pg";
import { expect, test } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { proxyBefore } from "../../../test/support/database-proxy.ts";
import { testStore } from "../../../test/support/test-store.ts";
import { openPool } from "./database.ts";
import { withTeam } from "./with-team.ts";

const SOON = { timeout: 10_000, interval: 5 };

test("a connection that breaks while it is lent out costs its borrower an error, and nobody the process", async () => {
  await using database = await testDatabase();
  const { db } = openPool(database.connection, null, () => {});
  const superuser = new Client(database.connection);
  await superuser.connect();
  await db.connection().execute(async (lent) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(lent);
    const broken = sql`select pg_sleep(60)`.execute(lent).catch((error: Error) => error.message);
    const asleep = "select 1 from pg_stat_activity where pid = $1 and wait_event = 'PgSleep'";
    await expect.poll(async () => (await superuser.query(asleep, [rows[0]?.pid])).rowCount, SOON).toBe(1);
    await superuser.query("select pg_terminate_backend($1, 5000)", [rows[0]?.pid]);
    expect(await broken).toMatch(/terminat/i);
  });
  // The pool lets go of the connection when its socket's end is read, which may be after the borrower's error.
  const again = () =>
    sql<{ one: number }>`select 1 as one`.execute(db).then(
      ({ rows }) => rows,
      (error: Error) => error.message,
    );
  await expect.poll(again, SOON).toEqual([{ one: 1 }]);
  await superuser.end();
  await db.destroy();
});

test("a connection that breaks between two statements of a transaction fails the transaction, not the process", async () => {
  await using t = await testStore();
  const other = new Client(t.database.connection);
  await other.connect();
  try {
    const broken = withTeam(t.store, t.teamId, async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      await other.query("select pg_terminate_backend($1, 5000)", [rows[0]?.pid]);
      // The end of the connection has reached us once the event loop has gone round.
      await expect
        .poll(
          async () =>
            (await other.query("select 1 from pg_stat_activity where pid = $1", [rows[0]?.pid])).rowCount,
          SOON,
        )
        .toBe(0);
      await sql`select 1`.execute(trx);
    });
    await expect(broken).rejects.toThrow(/terminat|not queryable/i);
    expect(await withTeam(t.store, t.teamId, async () => "the pool goes on")).toBe("the pool goes on");
  } finally {
    await other.end();
  }
});

test("a connection that carries nothing any more fails its statement in time and is not used again", async () => {
  await using t = await testStore();
  const { proxy, url } = await proxyBefore(t.database);
  await using _proxy = proxy;
  const { db } = openPool({ connectionString: url }, "agentpass_ingest", () => {});
  const heads = () => db.selectFrom("teams").select("head_seq").where("id", "=", t.teamId).execute();
  try {
    expect(await heads()).toHaveLength(1);
    expect(proxy.blackHole()).toBe(1);
    proxy.mend();
    const start = performance.now();
    await expect(heads()).rejects.toThrow("timeout");
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(await heads()).toHaveLength(1);
  } finally {
    await db.destroy();
  }
});
