import { describe, expect, test } from "vitest";
import { Client } from "pg";
import {
  received,
  testNumbers,
  testStore,
  newRequestId,
  type TestStore,
} from "../../../test/support/test-store.ts";
import { teamState } from "../store/events.ts";
import { withTeam } from "../store/with-team.ts";
import { createInboundQueue } from "./inbound-queue.ts";
import { storeInbound } from "./store-inbound.ts";
import { listMessages } from "./list-messages.ts";
import { sweepTeam } from "./sweep.ts";
import { verifies } from "../../../test/support/verifies.ts";

const [NUMBER] = testNumbers;
if (NUMBER === undefined) throw new Error("no test number");

/** Every row of every table, as text. */
async function dumped({ database }: TestStore): Promise<string> {
  const client = new Client(database.connection);
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  let dump = "";
  for (const { name } of rows)
    dump += JSON.stringify((await client.query(`select t::text from "${name}" t`)).rows);
  await client.end();
  return dump;
}

/** What is stored of the texts and codes, sealed, and of the keys that open them; in hex. */
async function sealedOf({ database }: TestStore): Promise<string[]> {
  const client = new Client(database.connection);
  await client.connect();
  const { rows } = await client.query<{ sealed: string | null }>(
    `select encode(body, 'hex') as sealed from messages union all select encode(extraction, 'hex') from messages
     union all select encode(wrapped, 'hex') from message_keys`,
  );
  await client.end();
  return rows.flatMap(({ sealed }) => sealed ?? []);
}

describe("an arriving SMS", () => {
  test(verifies("T2", "is stored once, however often and from how many sides it is delivered"), async () => {
    await using t = await testStore();
    const sms = t.sms({ to: NUMBER, body: "Your code is 482913" });
    const batches = Array.from({ length: 50 }, () => Array.from({ length: 20 }, () => sms));
    const outcomes = (await Promise.all(batches.map((batch) => storeInbound(t.store, batch)))).flat();
    expect(outcomes.filter((outcome) => outcome === "stored")).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === "repeat")).toHaveLength(999);
    expect((await t.store.ingest.selectFrom("messages").select("id").execute()).length).toBe(1);
    expect(
      (
        await t.store.ingest
          .selectFrom("events")
          .select("seq")
          .where("type", "=", "message.received")
          .execute()
      ).length,
    ).toBe(1);
  });

  test(
    verifies(
      "T2",
      "is the same for ever: sent again when its text and its event are long gone, it changes nothing",
    ),
    async () => {
      await using t = await testStore();
      const agent = await t.agent("a");
      const sms = t.sms({ to: await agent.number(), body: "Your code is 482913" });
      await storeInbound(t.store, [sms]);
      // Longer than anything is kept.
      t.advance(90 * 86_400_000);
      await sweepTeam(t.store, t.teamId);
      const left = await withTeam(t.store, t.teamId, async (trx) => [
        (await trx.selectFrom("message_keys").select("message_id").execute()).length,
        (await trx.selectFrom("events").select("seq").where("type", "=", "message.received").execute())
          .length,
      ]);
      expect(left, "text and event are gone").toEqual([0, 0]);
      const headOf = () => withTeam(t.store, t.teamId, teamState).then(({ seq }) => seq);
      const head = await headOf();
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => storeInbound(t.store, [sms])));
      expect(new Set(outcomes.flat())).toEqual(new Set(["repeat"]));
      expect((await t.store.ingest.selectFrom("messages").select("id").execute()).length).toBe(1);
      expect(await headOf()).toBe(head);
    },
  );

  test(
    verifies(
      "mock-numbers-only",
      "to a number that is not in the pool, or is another provider's, is not stored",
    ),
    async () => {
      await using t = await testStore();
      expect(await t.receive({ to: "+14155550100" as typeof NUMBER, body: "Your code is 482913" })).toBe(
        "unknown_number",
      );
      expect(await t.receive({ to: NUMBER, provider: "twilio", body: "Your code is 482913" })).toBe(
        "unknown_number",
      );
      expect((await t.store.ingest.selectFrom("messages").select("id").execute()).length).toBe(0);
    },
  );

  test("one that fails costs only itself: the rest of its batch is stored", async () => {
    await using t = await testStore();
    const poison = t.sms({ to: NUMBER, body: "poison" });
    const errors: unknown[] = [];
    const clock = { now: 0 };
    const queue = createInboundQueue({
      storeBatch: async (batch) => {
        if (batch.includes(poison)) throw new Error("cannot be stored");
        return storeInbound(t.store, batch);
      },
      now: () => clock.now,
      pause: async (ms) => void (clock.now += ms),
      onError: (error) => errors.push(error),
    });
    const results = await Promise.allSettled(
      [t.sms({ to: NUMBER, body: "one" }), poison, t.sms({ to: NUMBER, body: "two" })].map((sms) =>
        queue.store(sms),
      ),
    );
    expect(results.map((result) => (result.status === "fulfilled" ? result.value : "refused"))).toEqual([
      "stored",
      "refused",
      "stored",
    ]);
    expect(clock.now, "given up before the webhook's own ten seconds").toBeLessThan(10_000);
    expect(errors.length).toBeGreaterThan(0);
  });

  test.for([
    ["emoji", "🔐 482913 is your code 🎉"],
    ["right-to-left text", "رمز التحقق الخاص بك هو 482913"],
    ["nothing", ""],
    ["NUL and controls", "Your\u0000 code\u0007 is 482913"],
  ] as const)("with %s in its body is stored and read back clean", async ([, body]) => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    expect(await t.receive({ to: phoneNumber, body })).toBe("stored");
    const [message] = (await listMessages(t.store, agent.viewer, { limit: 20 })).messages;
    // oxlint-disable-next-line no-control-regex -- what must not be there
    expect(message?.body).toBe(body.replace(/[\u0000-\u001f]/g, ""));
  });

  test(verifies("T9", "leaves neither body nor code readable in the database"), async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    // Eight digits: among the random hex digits of ids and ciphertexts any six stand once in a thousand runs.
    await t.receive({ to: phoneNumber, body: "Canary-in-the-coal-mine: your code is 48291357" });
    received(await agent.wait({ phoneNumber }));
    const dump = await dumped(t);
    const hex = (text: string) => Buffer.from(text).toString("hex");
    expect(dump.length).toBeGreaterThan(1_000);
    for (const canary of ["Canary-in-the-coal-mine", "48291357", agent.key.slice(-40)]) {
      expect(dump).not.toContain(canary);
      expect(dump).not.toContain(hex(canary));
    }
  });

  test(verifies("T9", "moved to another row, its sealed body does not open"), async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    await t.receive({ to: phoneNumber, body: "Your code is 111222" });
    await t.receive({ to: phoneNumber, body: "Your code is 333444" });
    const client = new Client(t.database.connection);
    await client.connect();
    await client.query(
      "update messages set body = (select body from messages order by seq limit 1), extraction = null",
    );
    await client.end();
    await expect(listMessages(t.store, agent.viewer, { limit: 20 })).rejects.toThrow(
      "unable to authenticate data",
    );
  });

  test(verifies("T11", "loses its code ten minutes after it expired, and its body after a day"), async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    await t.receive({ to: phoneNumber, body: "Hello! Your code is 482-913" });
    const sealed = await sealedOf(t);
    expect(sealed).toHaveLength(3);
    t.advance(21 * 60_000);
    await sweepTeam(t.store, t.teamId);
    const read = async () => (await listMessages(t.store, t.admin, { limit: 20 })).messages[0];
    expect(await read()).toMatchObject({ otp: null, body: "Hello! Your code is •••••••" });
    t.advance(24 * 3_600_000);
    await sweepTeam(t.store, t.teamId);
    expect(await read()).not.toHaveProperty("body");
    expect(await sealedOf(t)).toEqual([]);
    const dump = await dumped(t);
    expect(sealed.filter((bytes) => dump.includes(bytes))).toEqual([]);
  });

  test("in 16 concurrent writers' hands leaves no gap in the stream and no wait without its message", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const phoneNumber = await agent.number();
    const requestIds = Array.from({ length: 20 }, newRequestId);
    await Promise.all([
      ...requestIds.map((requestId) => agent.wait({ phoneNumber, requestId })),
      ...Array.from({ length: 40 }, (_, index) =>
        t.receive({
          to: phoneNumber,
          body: `Your code is ${100_000 + index}`,
          from: `+1202555${1000 + index}`,
        }),
      ),
    ]);
    const events = await t.store.ingest.selectFrom("events").select("seq").orderBy("seq").execute();
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    const answers = await Promise.all(requestIds.map((requestId) => agent.wait({ phoneNumber, requestId })));
    expect(new Set(answers.map((answer) => received(answer).message.id)).size).toBe(20);
  });
});
