import { randomCode, RunningServer } from "../../../../test/support/running-server.ts";
import { apiClient } from "../../../../test/support/api-client.ts";
import { connectionOf } from "../../../../test/support/device-feed.ts";
import { PairedDevice } from "../../../../test/support/paired-device.ts";
import { temporaryFolder } from "../../../../test/support/temporary-folder.ts";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { InboxMessage } from "../../shared/app-state.ts";
import { settingsSchema, type Settings } from "../../shared/settings.ts";
import { Observable } from "../observable.ts";
import { CodeClipboard } from "./code-clipboard.ts";
import { Inbox } from "./inbox.ts";

const TO = "+15551234567";
let server: RunningServer;
let device: PairedDevice;

beforeAll(async () => {
  server = await RunningServer.start();
  device = await PairedDevice.pair(server.url, server.ownerKey);
}, 60_000);

afterAll(async () => {
  device[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
});

interface World extends AsyncDisposable {
  inbox: Inbox;
  arrived: InboxMessage[];
  clipboard: { text: string };
  settings: Observable<Settings>;
  disconnect: () => Promise<void>;
}

/** An inbox on a connection of its own, once it has read what there is. `folder`: that of an app that ran before. */
async function openInbox({ folder = temporaryFolder(), aheadMs = (): number => 0 } = {}): Promise<World> {
  const connection = connectionOf(device, server.url, folder);
  const settings = new Observable(settingsSchema.parse({}));
  const clipboard = { text: "" };
  const inbox = new Inbox({
    feed: connection,
    settings,
    clock: () => connection.now() + aheadMs(),
    clipboard: new CodeClipboard({
      read: async () => clipboard.text,
      write: async (text) => void (clipboard.text = text),
      clear: async () => void (clipboard.text = ""),
    }),
  });
  const arrived: InboxMessage[] = [];
  inbox.onArrived((message) => arrived.push(message));
  connection.start();
  await vi.waitUntil(() => connection.view.value.state === "connected", { timeout: 20_000, interval: 10 });
  await vi.waitUntil(() => inbox.view.value.status === "ready", { timeout: 20_000, interval: 10 });
  const disconnect = (): Promise<void> => connection.close();
  return { inbox, arrived, clipboard, settings, disconnect, [Symbol.asyncDispose]: disconnect };
}

async function sent(body: string, { arrived }: World, to = TO): Promise<InboxMessage> {
  const { id, send } = server.prepareSms(to, body);
  await send();
  return vi.waitUntil(() => arrived.find((message) => message.id === id), { timeout: 20_000, interval: 10 });
}

const newest = ({ inbox }: World): InboxMessage | undefined => inbox.view.value.messages[0];

test("a new code is on top, with its service, its end, and that it is simulated, and is announced once", async () => {
  await using world = await openInbox();
  const code = randomCode();
  const message = await sent(`Your GitHub code is ${code}. It expires in 5 minutes.`, world);
  expect(message).toMatchObject({ code, service: "GitHub", to: TO, state: "available", simulated: true });
  expect(message.expiresAt).toBeGreaterThan(Date.now() + 4 * 60_000);
  expect(newest(world)).toEqual(message);
});

test("a repeat of the same SMS is announced no second time", async () => {
  await using world = await openInbox();
  const first = randomCode();
  const prepared = server.prepareSms(TO, `Your Slack code is ${first}`);
  await prepared.send();
  await prepared.send();
  const after = await sent(`Your Slack code is ${randomCode()}`, world);
  expect(world.arrived.map(({ code }) => code)).toEqual([first, after.code]);
});

test("a message without a code says why, without quoting itself", async () => {
  await using world = await openInbox();
  const message = await sent("Your parcel with number 991234 comes on 24.12. at 10:00", world);
  expect(message.code).toBeUndefined();
  expect(message.expiresAt).toBeUndefined();
  expect(message.whyNoCode).toBe(
    "The message holds a reference number, a date, and a time, but announces no one-time code.",
  );
});

test("texts are shown only where the person wants them", async () => {
  await using world = await openInbox();
  const code = randomCode();
  await sent(`Your Notion code is ${code}`, world);
  world.settings.set({ ...world.settings.value, showBodies: false });
  expect(newest(world)).toMatchObject({ code });
  expect(newest(world)).not.toHaveProperty("body");
  world.settings.set({ ...world.settings.value, showBodies: true });
  expect(newest(world)?.body).toContain(code);
});

test("a code is copied, which the server has on record, and can be marked as used", async () => {
  await using world = await openInbox();
  const { id, code } = await sent(`Your GitHub code is ${randomCode()}`, world);
  expect(await world.inbox.copy(id)).toEqual({ clearsAfterSeconds: 60 });
  expect(world.clipboard.text).toBe(code);
  await world.inbox.markUsed(id);
  await vi.waitUntil(() => newest(world)?.state === "consumed", { timeout: 20_000, interval: 10 });
});

test("what is no message is refused with a sentence", async () => {
  await using world = await openInbox();
  await expect(world.inbox.copy("SMnone")).rejects.toThrow("there is no message");
});

test("without a connection nothing is copied, and a sentence says so", async () => {
  await using world = await openInbox();
  const { id } = await sent(`Your GitHub code is ${randomCode()}`, world);
  await world.disconnect();
  await expect(world.inbox.copy(id)).rejects.toThrow("not connected");
  expect(world.clipboard.text).toBe("");
});

test("a receipt ends with when this app was told", async () => {
  await using world = await openInbox();
  const { id } = await sent(`Your GitHub code is ${randomCode()}`, world);
  const { receivedAt, storedAt, shownAt } = await world.inbox.receipt(id);
  expect(storedAt).toBeGreaterThanOrEqual(receivedAt);
  expect(shownAt).toBeGreaterThan(receivedAt - 1_000);
});

test("a code that a newer one of its service has replaced is shown as that", async () => {
  await using world = await openInbox();
  const agent = apiClient(server.url, server.mockCredentials.agentKey);
  const { phoneNumber } = await agent.agent.getNumber.mutate({});
  const older = await sent(`Your Figma code is ${randomCode()}`, world, phoneNumber);
  const newer = await sent(`Your Figma code is ${randomCode()}`, world, phoneNumber);
  await agent.agent.openWait.mutate({ requestId: "a-wait-of-figma", phoneNumber, timeoutMs: 1_000 });
  const states = (): unknown => {
    const stateOf = new Map(world.inbox.view.value.messages.map(({ id, state }) => [id, state]));
    return [stateOf.get(older.id), stateOf.get(newer.id)];
  };
  await expect.poll(states).toEqual(["superseded", "claimed"]);
  expect(newest(world)).toMatchObject({ agentName: expect.any(String) });
});

test("past its time, by the server's clock, a code is hidden with the text that holds it", async () => {
  let ahead = 0;
  await using world = await openInbox({ aheadMs: () => ahead });
  const { code } = await sent(`Your GitHub code is ${randomCode()}`, world);
  ahead = 11 * 60_000;
  // Any change shows everything anew.
  world.settings.set({ ...world.settings.value });
  expect(newest(world)).toMatchObject({
    state: "expired",
    whyNoCode: expect.stringContaining("past its time"),
  });
  expect(JSON.stringify(newest(world))).not.toContain(code);
});

test("after a restart of the app what came meanwhile and still holds is announced, and nothing twice", async () => {
  const folder = temporaryFolder();
  {
    await using world = await openInbox({ folder });
    await sent(`Your GitHub code is ${randomCode()}`, world);
  }
  const meanwhile = randomCode();
  const used = server.prepareSms(TO, `Your GitHub code is ${randomCode()}`);
  await used.send();
  await device.api.message.markUsed.mutate({ id: used.id });
  await server.sms(TO, `Your GitHub code is ${meanwhile}`);
  await using again = await openInbox({ folder });
  await vi.waitUntil(() => again.arrived.some(({ code }) => code === meanwhile), { timeout: 20_000 });
  const worthAWord = again.arrived.filter(({ code, state }) => code && state === "available");
  expect(worthAWord.map(({ code }) => code)).toEqual([meanwhile]);
});

test("older pages come on demand, in order and without gaps", async () => {
  for (let count = 0; count < 52; count += 1)
    await server.sms("+15551234575", `Your Slack code is ${randomCode()}`);
  await using world = await openInbox();
  expect(world.inbox.view.value).toMatchObject({ hasOlder: true });
  expect(world.inbox.view.value.messages).toHaveLength(50);
  await world.inbox.older();
  const { messages, hasOlder } = world.inbox.view.value;
  expect(hasOlder).toBe(false);
  expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
  expect(messages.length).toBeGreaterThan(52);
  const times = messages.map(({ receivedAt }) => receivedAt);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
});

test("signed out, nothing is kept", async () => {
  await using world = await openInbox();
  await sent(`Your GitHub code is ${randomCode()}`, world);
  world.inbox.clear();
  expect(world.inbox.view.value).toEqual({ status: "loading", problem: null, messages: [], hasOlder: false });
});
