import type { MessageState } from "@agentpass/shared/agent-api";
import { expect, test } from "vitest";
import { testStore } from "../../../test/support/test-store.ts";
import { listMessages } from "./list-messages.ts";

const MINUTE_MS = 60_000;

test("the list is filtered by number, state, agent, service and time, and goes on page by page", async () => {
  await using t = await testStore();
  const [ann, bob] = [await t.agent("ann"), await t.agent("bob")];
  const [annsNumber, bobsNumber] = [await ann.number(), await bob.number()];
  const list = async (filter: Partial<Parameters<typeof listMessages>[2]>) =>
    (await listMessages(t.store, t.admin, { limit: 50, ...filter })).messages.map(({ to, otp }) => [
      to,
      otp?.code,
    ]);

  await t.receive({ to: annsNumber, body: "Your Example code is 111111. It expires in 2 minutes." });
  t.advance(5 * MINUTE_MS);
  const since = new Date(t.store.clock()).toISOString();
  await t.receive({ to: annsNumber, body: "Your Google code is 222222" });
  await t.receive({ to: bobsNumber, body: "Your Google code is 333333" });
  await bob.wait({ phoneNumber: bobsNumber });

  const [first, second, third] = [
    [annsNumber, undefined],
    [annsNumber, "222222"],
    [bobsNumber, "333333"],
  ];
  expect(await list({})).toEqual([third, second, first]);
  expect(await list({ phoneNumber: annsNumber })).toEqual([second, first]);
  expect(await list({ agent: "bob" })).toEqual([third]);
  expect(await list({ agent: ann.viewer.agentId })).toEqual([second, first]);
  expect(await list({ agent: "carol" })).toEqual([]);
  expect(await list({ service: "GOOGLE" })).toEqual([third, second]);
  expect(await list({ since })).toEqual([third, second]);
  const states: [MessageState[], unknown[]][] = [
    [["expired"], [first]],
    [["available"], [second]],
    [["claimed"], [third]],
    [
      ["available", "expired"],
      [second, first],
    ],
    [["held"], []],
    [[], []],
  ];
  for (const [wanted, found] of states) expect(await list({ states: wanted }), wanted.join()).toEqual(found);

  const page = await listMessages(t.store, t.admin, { limit: 1, agent: "ann" });
  expect(page.messages).toMatchObject([{ otp: { code: "222222" } }]);
  const next = await listMessages(t.store, t.admin, { limit: 1, agent: "ann", before: page.nextBefore });
  expect(next.messages).toMatchObject([{ state: "expired" }]);
  expect(next.nextBefore).toBeUndefined();
});

test("an agent's filters reach no further than its own messages", async () => {
  await using t = await testStore();
  const [ann, bob] = [await t.agent("ann"), await t.agent("bob")];
  await t.receive({ to: await bob.number(), body: "Your Google code is 333333" });
  for (const filter of [{ agent: "bob" }, { service: "google" }, { states: ["available" as const] }])
    expect((await listMessages(t.store, ann.viewer, { limit: 50, ...filter })).messages).toEqual([]);
});
