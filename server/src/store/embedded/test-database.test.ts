import { Client } from "pg";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../../test/support/test-database.ts";

async function query(options: ConstructorParameters<typeof Client>[0], text: string): Promise<unknown[]> {
  const client = new Client(options);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

describe("testDatabase", () => {
  it("is migrated", async () => {
    await using database = await testDatabase();
    const migrations = await query(database.connection, "SELECT name FROM kysely_migration");
    expect(migrations).toContainEqual({ name: "0001-first-schema" });
  });

  it("gives every caller a database of its own, by settings and by URL", async () => {
    await using one = await testDatabase();
    await using two = await testDatabase();
    await query(one.connection, "CREATE TABLE t (a int)");
    const tables = "SELECT to_regclass('t') IS NOT NULL AS there";
    expect(await query({ connectionString: one.url }, tables)).toEqual([{ there: true }]);
    expect(await query({ connectionString: two.url }, tables)).toEqual([{ there: false }]);
  });
});
