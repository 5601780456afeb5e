import { asE164 } from "@agentpass/shared/phone-number";
import { fail } from "@agentpass/shared/problem";
import { expect, test } from "vitest";
import { testNumbers, testStore } from "../../../test/support/test-store.ts";
import { createAgent } from "./agents.ts";
import { shareNumber } from "./grant-number.ts";
import { getNumber } from "./get-number.ts";
import { listMessages } from "./list-messages.ts";
import { openMessage } from "./open-message.ts";
import { signIn } from "./sign-in.ts";

test("a person is told by which id the feed names a message, whose it is and until when it holds; an agent is not", async () => {
  await using t = await testStore();
  const agent = await t.agent("ann's");
  const to = await agent.number();
  const sms = t.sms({ to, body: "Your code is 482913. It is valid for 5 minutes." });
  await t.receive(sms);
  const nobodys = t.sms({ to: testNumbers.at(-1) ?? to, body: "Your code is 739154" });
  await t.receive(nobodys);
  const [unheld, held] = (await listMessages(t.store, t.admin, { limit: 20 })).messages;
  expect(held).toMatchObject({
    id: sms.providerMessageId,
    agentId: agent.viewer.agentId,
    agentName: "ann's",
    expiresAt: held?.otp?.expiresAt,
  });
  expect(Date.parse(held?.storedAt ?? "")).toBeGreaterThanOrEqual(Date.parse(held?.receivedAt ?? ""));
  expect(unheld).toMatchObject({ id: nobodys.providerMessageId, messageId: expect.any(String) });
  expect(unheld).not.toHaveProperty("agentId");
  expect(unheld).not.toHaveProperty("agentName");
  const named = { limit: 20, messageIds: [held?.messageId ?? ""] };
  expect((await listMessages(t.store, t.admin, named)).messages).toEqual([held]);
  const opened = await openMessage(t.store, t.admin, { id: sms.providerMessageId, purpose: "open" });
  expect(opened).toEqual(held);
  const [asAgent] = (await listMessages(t.store, agent.viewer, { limit: 20 })).messages;
  expect(Object.keys(asAgent ?? {}).toSorted()).toEqual([
    "body",
    "from",
    "id",
    "otp",
    "receivedAt",
    "simulated",
    "state",
    "to",
  ]);
});

test("of a shared number's messages a member is not told which other member's agent has them, an admin is", async () => {
  await using t = await testStore();
  const [ann, ben, mia] = [
    await t.person("Ann", "member"),
    await t.person("Ben", "admin"),
    await t.person("Mia", "member"),
  ];
  const { key } = await createAgent(t.store, mia.viewer, { name: "mia's" });
  const { viewer } = await signIn(t.store, key);
  if (viewer.kind !== "agent") throw new Error("an agent's key is an agent's");
  const { phoneNumber } = await getNumber(t.store, viewer, {});
  for (const member of ["Ann", "Ben"])
    await shareNumber(t.store, t.admin, { phoneNumber, member, granted: true });
  t.advance(60_000);
  await t.receive({
    to: asE164(phoneNumber) ?? fail("not_found", phoneNumber),
    body: "Your code is 482913",
  });
  const shownTo = async (person: typeof ann) =>
    (await listMessages(t.store, person.viewer, { limit: 20 })).messages[0];
  expect(await shownTo(mia)).toMatchObject({ agentName: "mia's", otp: { code: "482913" } });
  expect(await shownTo(ben)).toMatchObject({ agentName: "mia's", agentId: viewer.agentId });
  const annSees = await shownTo(ann);
  expect(annSees).toMatchObject({ otp: { code: "482913" }, messageId: expect.any(String) });
  expect(annSees).not.toHaveProperty("agentId");
  expect(annSees).not.toHaveProperty("agentName");
});

test.each(["owner", "admin"] as const)(
  "with real numbers the device of an %s is told nothing of others' messages or of nobody's, however it asks",
  async (role) => {
    await using t = await testStore([], { mode: "live" });
    const [olga, mia] = [await t.person("Olga", role), await t.person("Mia", "member")];
    const { key } = await createAgent(t.store, mia.viewer, { name: "mia's" });
    const { viewer } = await signIn(t.store, key);
    if (viewer.kind !== "agent") throw new Error("an agent's key is an agent's");
    const held = await getNumber(t.store, viewer, {});
    const mias = asE164(held.phoneNumber) ?? fail("not_found", held.phoneNumber);
    const free = testNumbers.find((number) => number !== mias) ?? mias;
    t.advance(60_000);
    const messages = [mias, free].map((to) => t.sms({ to, body: "Your Google code is 482913" }));
    for (const sms of messages) await t.receive(sms);
    const known = (await listMessages(t.store, t.admin, { limit: 20 })).messages;
    expect(known.map(({ agentName }) => agentName)).toEqual([undefined, "mia's"]);

    const messageIds = known.flatMap(({ messageId }) => messageId ?? []);
    for (const filter of [
      {},
      { messageIds },
      { agent: "mia's" },
      { agent: viewer.agentId },
      { service: "google" },
      { phoneNumber: mias },
      { phoneNumber: free },
    ])
      expect(await listMessages(t.store, olga.viewer, { limit: 20, ...filter })).toEqual({ messages: [] });
    const refusal = async (id: string) =>
      openMessage(t.store, olga.viewer, { id, purpose: "open" }).catch((error: Error) =>
        error.message.replace(id, "ID"),
      );
    for (const { providerMessageId } of messages)
      expect(await refusal(providerMessageId)).toBe(await refusal("SM0"));
  },
);
