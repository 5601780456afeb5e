import { Secret } from "@agentpass/shared/secret";
import { expect, test } from "vitest";
import { testStore, type TestStore } from "../../../test/support/test-store.ts";
import { queryDatabase } from "./query-database.ts";

const ask = (t: TestStore, select: string) =>
  queryDatabase({ dataFolder: "/nowhere", databaseUrl: new Secret(t.database.url) }, select);

const names = async (t: TestStore) => (await ask(t, "select name from teams")).map(({ name }) => name);

test.each([
  [
    "behind the SELECT",
    "select 1) as answer; commit; update teams set name = 'Other'; select 1 from (select 1",
  ],
  [
    "as the login itself",
    "select 1) as answer; commit; reset role; update teams set name = 'Other'; select 1 from (select 1",
  ],
  ["in its place", "update teams set name = 'Other' returning name"],
  ["within it", "with changed as (update teams set name = 'Other' returning name) select * from changed"],
])("nothing is written by a statement %s", async (_where, statement) => {
  await using t = await testStore();
  await expect(ask(t, statement)).rejects.toThrow("PostgreSQL refuses this");
  expect(await names(t)).toEqual(["Test"]);
});

test("a SELECT may end with a semicolon or a comment", async () => {
  await using t = await testStore();
  expect(await ask(t, "select name from teams; ")).toEqual([{ name: "Test" }]);
  expect(await ask(t, "select name from teams -- all of them")).toEqual([{ name: "Test" }]);
});
