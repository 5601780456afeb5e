import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import { expect, test } from "vitest";
import { migrate } from "../../server/src/store/migrate.ts";
import { Deployment } from "../support/deployment.ts";
import { testDatabase, type TestDatabase } from "../support/test-database.ts";

/**
 * One database of each schema that ever was, as the server of that day left it (pg_dump --no-owner --inserts, without
 * psql's own lines), with keys that open it.
 */
const dumps = [
  {
    file: "0001-first-schema.sql",
    ownerKey: "ap_admin_14addc7df47b_6mSkhbzl0DYkapSrbdOKeiZKdKy-nXpCqEvT36lXMF4",
    agentKey: "ap_agent_175113da8159_ppmrCpKXALYVvPt3eWS1kj_ea8YCeTUqmnIlDYfBU9E",
    message: "SMf241a442f13f9b26805ba77fc23d32ca",
  },
  {
    file: "0002-restored-databases.sql",
    ownerKey: "ap_admin_98e5b8008a94_KUbjA-ToMjQpO3crDgPkWhuOc0BSr5tPYXh9wzmFZ_E",
    agentKey: "ap_agent_5c5e4a1ab697_O9tbtvxn09TrGaaATYAcn_jyD4vMSrBpOdD1R7xPCg4",
    message: "SM30d385c16523c3a6e48c8289622f19e8",
  },
  {
    file: "0003-alerts.sql",
    ownerKey: "ap_admin_a15674e9bf27_9Tc_hAT655JMOMjQsM0Ubi8NruQexyaVBdgmae1xAN4",
    agentKey: "ap_agent_2b2b4f6fde21_smRz_C_foLtuUOaYaok4C3lLdl7X534WFwkFfZYlku4",
    message: "SM62d7903ed9e526710292d033a3897a42",
  },
  {
    file: "0004-twilio-redaction.sql",
    ownerKey: "ap_admin_66ae188208ae_GrHqOVZZ1R-QZb1HVKmWikPXjafbhs7iW00zZnPQjWQ",
    agentKey: "ap_agent_5d804934f49e_7k6tFI31QP61OlSvSYmBYY_pyIhKtSTU1rdUB2fPBl0",
    message: "SM6e205adffa832788882d89e57663e6b8",
  },
];
const masterKeys = `k1:${Buffer.alloc(32).toString("base64")}`;

test.each(dumps)("$file is brought up to date with everything in it", async ({ file, ...keys }) => {
  await using deployment = await Deployment.on(await restored(file), masterKeys);
  const owner = deployment.apiOf(keys.ownerKey);
  const agent = deployment.apiOf(keys.agentKey);
  // Its text was erased a day after the dump, as it should be.
  expect((await agent.message.list.query({})).messages.map(({ id }) => id)).toEqual([keys.message]);
  expect((await owner.number.list.query({})).numbers).toHaveLength(10);
  expect((await owner.member.list.query()).map(({ name }) => name)).toEqual(["Owner"]);
  expect(await owner.audit.verify.query({})).toMatchObject({ done: true, fault: null });
});

test.each(dumps)("$file upgraded is the same schema as a new one", async ({ file }) => {
  await using old = await restored(file);
  await using fresh = await testDatabase();
  await migrate(old.connection);
  expect(await schemaOf(old)).toEqual(await schemaOf(fresh));
});

test("every schema but the newest has a dump", () => {
  const names = (folder: string, ending: string): string[] =>
    readdirSync(path.join(import.meta.dirname, folder))
      .filter((name) => name.endsWith(ending))
      .map((name) => path.basename(name, ending))
      .toSorted();
  const schemas = names("../../server/src/store/migrations", ".ts");
  expect(names(".", ".sql")).toEqual(schemas.slice(0, -1));
  expect(dumps.map(({ file }) => path.basename(file, ".sql"))).toEqual(schemas.slice(0, -1));
});

async function restored(file: string): Promise<TestDatabase> {
  const database = await testDatabase("template0");
  await asSuperuser(database, (client) =>
    client.query(readFileSync(path.join(import.meta.dirname, file), "utf8")),
  );
  return database;
}

/** Everything of the schema but partitions, which are named by their days. */
async function schemaOf(database: TestDatabase): Promise<Record<string, unknown[]>> {
  const questions = {
    columns: `select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
      where table_schema = 'public' order by 1, 2`,
    constraints: `select conrelid::regclass::text as table_name, conname, pg_get_constraintdef(oid) as text from pg_constraint
      where connamespace = 'public'::regnamespace order by 1, 2`,
    indexes:
      "select tablename as table_name, indexname, indexdef from pg_indexes where schemaname = 'public' order by 1, 2",
    policies: `select tablename as table_name, policyname, cmd, roles::text, qual, with_check from pg_policies
      where schemaname = 'public' order by 1, 2`,
    grants: `select table_name, grantee, privilege_type from information_schema.table_privileges
      where grantee like 'agentpass_%' order by 1, 2, 3`,
  };
  return asSuperuser(database, async (client) => {
    const answers: Record<string, unknown[]> = {};
    for (const [name, question] of Object.entries(questions)) {
      const { rows } = await client.query<{ table_name: string }>(question);
      answers[name] = rows.filter((row) => !/_\d{8}$/.test(row.table_name));
    }
    return answers;
  });
}

async function asSuperuser<T>(
  { connection }: TestDatabase,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client(connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
