import { expect, test } from "vitest";
import { tamper } from "../../../test/support/audit-tampering.ts";
import { testStore, type TestStore } from "../../../test/support/test-store.ts";
import { eraseDue } from "./erase-due.ts";
import { redactAtTwilio } from "./redact-at-twilio.ts";
import { setSettings } from "./settings.ts";

const DAY_MS = 86_400_000;

/** A Twilio that notes whom it is asked to redact, and does not answer for some. */
class Redactions {
  readonly asked: string[] = [];
  silentFor: string[] = [];

  readonly redactMessage = async (sid: string): Promise<"redacted"> => {
    this.asked.push(sid);
    if (this.silentFor.includes(sid)) throw new Error("no answer");
    return "redacted";
  };
}

const sid = (digit: number): string => `SM${String(digit).repeat(32)}`;

async function withMessages(redact: boolean): Promise<TestStore> {
  const t = await testStore([], { mode: "live" });
  await setSettings(t.store, t.admin, { change: { redactAtTwilio: redact }, reset: [] });
  const to = await (await t.agent("a")).number();
  for (const digit of [1, 2, 3])
    await t.receive({ to, body: `Your code is 48291${digit}`, providerMessageId: sid(digit) });
  await tamper(t, `update messages set provider = 'my-phone' where provider_message_id = '${sid(3)}'`);
  return t;
}

test("Twilio is asked for each text of its own once it is erased here, once", async () => {
  await using t = await withMessages(true);
  const twilio = new Redactions();
  await redactAtTwilio(t.store, twilio, t.teamId);
  expect(twilio.asked).toEqual([]);
  t.advance(DAY_MS + 1);
  await eraseDue(t.store, t.teamId);
  await redactAtTwilio(t.store, twilio, t.teamId);
  await redactAtTwilio(t.store, twilio, t.teamId);
  expect(twilio.asked.toSorted()).toEqual([sid(1), sid(2)]);
  expect((await t.audit()).filter(({ action }) => action === "message.redacted")).toHaveLength(1);
});

test("what Twilio refuses or does not answer is asked again, and keeps nothing else at Twilio", async () => {
  await using t = await withMessages(true);
  const twilio = new Redactions();
  twilio.silentFor = [sid(1)];
  t.advance(DAY_MS + 1);
  await eraseDue(t.store, t.teamId);
  await expect(redactAtTwilio(t.store, twilio, t.teamId)).rejects.toThrow("no answer");
  twilio.silentFor = [];
  await redactAtTwilio(t.store, twilio, t.teamId);
  expect(twilio.asked.toSorted()).toEqual([sid(1), sid(1), sid(2)]);
});

test("nor do many that it will never remove", async () => {
  await using t = await withMessages(true);
  const to = await (await t.agent("b")).number();
  await t.receive({ to, body: "Your code is 482919", providerMessageId: sid(9) });
  const twilio = new Redactions();
  twilio.silentFor = [sid(1), sid(2), sid(3)];
  await tamper(t, "update messages set provider = 'twilio'");
  t.advance(DAY_MS + 1);
  await eraseDue(t.store, t.teamId);
  const asked = async (): Promise<string[]> => {
    await redactAtTwilio(t.store, twilio, t.teamId).catch(() => {});
    return twilio.asked;
  };
  await expect.poll(asked, { timeout: 10_000, interval: 1 }).toContain(sid(9));
});

test("texts stay at Twilio where the team does not ask for it", async () => {
  await using t = await withMessages(false);
  const twilio = new Redactions();
  t.advance(DAY_MS + 1);
  await eraseDue(t.store, t.teamId);
  await redactAtTwilio(t.store, twilio, t.teamId);
  expect(twilio.asked).toEqual([]);
});
