import { Client } from "pg";
import { expect, test } from "vitest";
import { testDatabase, type TestDatabase } from "../../../test/support/test-database.ts";
import { migrate } from "./migrate.ts";
import { verifies } from "../../../test/support/verifies.ts";

async function run(database: TestDatabase, statement: string): Promise<unknown[]> {
  const client = new Client(database.connection);
  await client.connect();
  try {
    return (await client.query<{ name: string }>(statement)).rows;
  } finally {
    await client.end();
  }
}

const APPLIED = "select name from kysely_migration order by name";

test(
  verifies(
    "F12",
    "of eight that migrate an empty database at once each finds it migrated, and each step was done once",
  ),
  async () => {
    await using database = await testDatabase("template0");
    await using template = await testDatabase();
    await Promise.all(Array.from({ length: 8 }, () => migrate(database.connection)));
    expect(await run(database, APPLIED)).toEqual(await run(template, APPLIED));
  },
);

test(
  verifies("F12", "a database of a newer version is refused with the mend, and left as it is"),
  async () => {
    await using database = await testDatabase();
    await run(database, "insert into kysely_migration values ('9999-of-next-year', now()::text)");
    const before = await run(database, APPLIED);
    await expect(migrate(database.connection)).rejects.toThrow(
      /newer AgentPass \(it has the migration 9999-of-next-year\)\. Run that version, or restore a backup/,
    );
    expect(await run(database, APPLIED)).toEqual(before);
  },
);
