import { sql } from "kysely";
import { Client } from "pg";
import { expect, test } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { openPool } from "./database.ts";

test("a connection that breaks while it is lent out costs its borrower an error, and nobody the process", async () => {
  await using database = await testDatabase();
  const { db } = openPool(database.connection, null, () => {});
  const superuser = new Client(database.connection);
  await superuser.connect();
  await db.connection().execute(async (lent) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(lent);
    const broken = sql`select pg_sleep(60)`.execute(lent).catch((error: Error) => error.message);
    await superuser.query("select pg_terminate_backend($1, 5000)", [rows[0]?.pid]);
    expect(await broken).toMatch(/terminat/i);
  });
  expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  await superuser.end();
  await db.destroy();
});
