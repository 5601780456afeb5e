import type { E164 } from "@agentpass/shared/phone-number";
import { Client } from "pg";
import { expect, test } from "vitest";
import { testNumbers, testStore, type TestStore } from "../../../test/support/test-store.ts";
import { listMessages } from "../actions/list-messages.ts";
import { openPool } from "./database.ts";
import { dropOldPartitions, ensurePartitions, KEPT_MS, lowestId } from "./partitions.ts";

const [NUMBER] = testNumbers as [E164];
const WEEK_MS = 7 * 86_400_000;
/** So long ago that all of its week is old. */
const OLD = Date.now() - KEPT_MS - 2 * WEEK_MS;
const YOUNG = Date.now() - KEPT_MS + 2 * WEEK_MS;

/** The tables of messages that there are: "messages_20260101 attached". */
async function tables(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select relname || case when inhrelid is null then ' detached' when inhdetachpending then ' detaching' else ' attached' end as name
    from pg_class left join pg_inherits on inhrelid = pg_class.oid
    where relname ~ '^messages_\\d{8}$' and relkind = 'r' order by relname`);
  return rows.map(({ name }) => name);
}

/** A store with partitions of two weeks long ago; `old` and `young` are erased messages of them. */
async function longKept() {
  const t = await testStore();
  const owner = openPool(t.database.connection, null, () => {});
  const client = new Client(t.database.connection);
  await client.connect();
  const now = await tables(client);
  for (const at of [OLD, YOUNG]) await ensurePartitions(owner.db, at);
  return {
    t,
    client,
    now,
    drop: () => dropOldPartitions(owner.db, Date.now()),
    tables: () => tables(client),
    /** Stores a message and moves it into the past, with its text or without. */
    async past(at: number, { erased }: { erased: boolean }): Promise<string> {
      const sms = t.sms({ to: NUMBER, body: "Your code is 482913" });
      await t.receive(sms);
      const id = lowestId(at);
      await client.query(
        `update messages set id = $1, body_erased_at = case when $2 then now() end where provider_message_id = $3`,
        [id, erased, sms.providerMessageId],
      );
      return sms.providerMessageId;
    },
    async [Symbol.asyncDispose]() {
      await client.end();
      await owner.db.destroy();
      await t[Symbol.asyncDispose]();
    },
  };
}

const listed = async (t: TestStore): Promise<string[]> =>
  (await listMessages(t.store, t.admin, { limit: 20 })).messages.map(({ id }) => id);

test("messages older than 400 days go by whole weeks, and a repeat of one is still known", async () => {
  await using kept = await longKept();
  const { t } = kept;
  const old = await kept.past(OLD, { erased: true });
  const young = await kept.past(YOUNG, { erased: true });
  expect(await listed(t)).toEqual([young, old]);
  await kept.drop();
  expect(await listed(t)).toEqual([young]);
  const left = await kept.tables();
  expect(left).toEqual(expect.arrayContaining(kept.now));
  expect(left.every((name) => name.endsWith(" attached"))).toBe(true);
  expect(await t.receive({ to: NUMBER, body: "x", providerMessageId: old })).toBe("repeat");
});

test.each([
  ["has its text", "body_erased_at = null"],
  ["is to be redacted at Twilio", "twilio_redaction = 'due'"],
])("a week in which one message still %s stays", async (_, change) => {
  await using kept = await longKept();
  const old = await kept.past(OLD, { erased: true });
  await kept.client.query(`update messages set ${change} where provider_message_id = $1`, [old]);
  await kept.drop();
  expect(await listed(kept.t)).toEqual([old]);
});

test("a drop that was interrupted is finished by the next one", async () => {
  await using kept = await longKept();
  const [old] = await kept.tables();
  const name = old?.split(" ")[0] ?? "";
  const reader = new Client(kept.t.database.connection);
  await reader.connect();
  await reader.query("begin; select from messages");
  await kept.client.query("set statement_timeout = 200");
  await expect(
    kept.client.query(`alter table messages detach partition ${name} concurrently`),
  ).rejects.toThrow("statement timeout");
  await reader.query("commit");
  await reader.end();
  expect(await kept.tables()).toContain(`${name} detaching`);
  await kept.drop();
  expect(await kept.tables()).not.toContain(`${name} detaching`);

  await kept.client.query(`create table ${name} (like messages)`);
  await kept.drop();
  expect((await kept.tables()).filter((table) => table.startsWith(name))).toEqual([]);
});

test("of two nodes at once one drops, and nobody fails", async () => {
  await using kept = await longKept();
  const before = await kept.tables();
  await Promise.all([kept.drop(), kept.drop(), kept.drop()]);
  expect((await kept.tables()).length).toBeLessThan(before.length);
});
