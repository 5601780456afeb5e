import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Secret } from "@agentpass/shared/secret";
import { Client } from "pg";
import { expect, test } from "vitest";
import { RawSocket } from "../../../test/support/raw-socket.ts";
import { TcpProxy } from "../../../test/support/tcp-proxy.ts";
import { testStore, type TestStore } from "../../../test/support/test-store.ts";
import { feedItem, feedItemAtOnce } from "../actions/feed-item.ts";
import { createTeamStreams, type TeamStreams } from "../publish/team-streams.ts";
import { createCallerAddress } from "../transport/caller-address.ts";
import { acceptUpgrades } from "../transport/accept-upgrades.ts";
import { CLOSE_NOT_SIGNED_IN, CLOSE_RECONNECT } from "./close-socket.ts";
import { createPublicCallLimit } from "./public-call-limit.ts";
import { trpcWebSocketServer } from "./web-socket.ts";
import { verifies } from "../../../test/support/verifies.ts";

const SOON = { timeout: 10_000, interval: 5 };

interface Served extends AsyncDisposable {
  url: string;
  sockets: ReturnType<typeof trpcWebSocketServer>;
  errors: unknown[];
  /** How many follow a team's stream now. */
  followers: () => number;
  /** Makes the next looks at a stream's head fail, as a database that is away does. */
  failFollows: (times: number) => void;
}

async function serve(t: TestStore): Promise<Served> {
  const errors: unknown[] = [];
  const real = createTeamStreams(t.store, (error) => errors.push(error));
  let followers = 0;
  let failing = 0;
  const streams: TeamStreams = {
    ...real,
    async follow(teamId, listener) {
      if (failing > 0) {
        failing -= 1;
        throw new Error("database away");
      }
      const { headSeq, stop } = await real.follow(teamId, listener);
      followers += 1;
      let stopped = false;
      return {
        headSeq,
        stop: () => {
          if (!stopped) followers -= 1;
          stopped = true;
          stop();
        },
      };
    },
  };
  t.store.wakeUp = (teamId) => real.wake(teamId);
  const feed = {
    store: t.store,
    streams,
    itemOf: (...[viewer, event]: Parameters<Parameters<typeof trpcWebSocketServer>[0]["itemOf"]>) =>
      feedItem(t.store, viewer, event),
    itemAtOnce: feedItemAtOnce,
    publicUrl: () => "http://127.0.0.1",
    callerAddress: createCallerAddress([]),
    publicCalls: createPublicCallLimit(t.store.clock),
    postToChat: null,
    postToWebhook: () => Promise.reject(new Error("no webhook in this test")),
  };
  const sockets = trpcWebSocketServer(feed, (error) => errors.push(error));
  const http = createServer();
  acceptUpgrades(http, { sockets: sockets.server, paths: ["/trpc"], guard: () => null });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  return {
    url: `ws://127.0.0.1:${(http.address() as AddressInfo).port}/trpc`,
    sockets,
    errors,
    followers: () => followers,
    failFollows: (times) => void (failing = times),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.server.clients) socket.terminate();
      http.close();
      await once(http, "close");
      real.close();
    },
  };
}

/** The key made last. */
async function lastKeyId(t: TestStore): Promise<string> {
  const [row] = await asSuperuser(t, "select id from keys order by created_at desc limit 1");
  return String(row?.["id"]);
}

async function asSuperuser(t: TestStore, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client(t.database.connection);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

test("clients that leave in the middle of a quiet feed leave nothing behind", async () => {
  await using t = await testStore();
  await using server = await serve(t);
  const key = new Secret((await t.agent("a")).key);
  const sockets: RawSocket[] = [];
  for (let client = 0; client < 20; client += 1) {
    const socket = await RawSocket.open(server.url, { key });
    sockets.push(socket);
    const id = socket.subscribe();
    await expect.poll(() => socket.data(id).length, SOON).toBe(1);
  }
  await expect.poll(server.followers, SOON).toBe(40);
  for (const [index, { socket }] of sockets.entries()) {
    if (index % 2) socket.terminate();
    else socket.close();
  }
  await expect.poll(server.followers, SOON).toBe(0);
});

test("clients that leave while they are being signed in leave nothing behind", async () => {
  await using t = await testStore();
  await using server = await serve(t);
  const key = new Secret((await t.agent("a")).key);
  // Signing in reads the key's row: it waits for this transaction.
  const blocker = new Client(t.database.connection);
  await blocker.connect();
  await blocker.query("begin; lock table keys in access exclusive mode");
  const leaving = await Promise.all(Array.from({ length: 5 }, () => RawSocket.open(server.url, { key })));
  for (const socket of leaving) socket.subscribe();
  // Of this mode: the note of the key's last use, which nobody waits for, may wait here as well.
  const waiting =
    "select 1 from pg_locks where not granted and relation = 'keys'::regclass and mode = 'AccessShareLock'";
  await expect.poll(async () => (await asSuperuser(t, waiting)).length, SOON).toBe(5);
  for (const { socket } of leaving) socket.terminate();
  await expect.poll(() => server.sockets.server.clients.size, SOON).toBe(0);
  await blocker.query("commit");
  await blocker.end();
  using staying = await RawSocket.open(server.url, { key });
  const id = staying.subscribe();
  await expect.poll(() => staying.started(id), SOON).toBe(true);
  await expect.poll(async () => (await asSuperuser(t, waiting)).length, SOON).toBe(0);
  await expect.poll(server.followers, SOON).toBe(2);
});

test("subscriptions that could not be opened do not count against the connection's limit", async () => {
  await using t = await testStore();
  await using server = await serve(t);
  const key = new Secret((await t.agent("a")).key);
  using socket = await RawSocket.open(server.url, { key });
  const first = socket.subscribe();
  await expect.poll(() => socket.started(first), SOON).toBe(true);
  server.failFollows(10);
  for (let round = 0; round < 10; round += 1) {
    const id = socket.subscribe();
    await expect.poll(() => socket.answers(id).some(({ error }) => error), SOON).toBe(true);
  }
  const last = socket.subscribe();
  await expect.poll(() => socket.answers(last).length, SOON).toBeGreaterThan(0);
  expect(socket.answers(last)[0]?.error).toBeUndefined();
});

test("a connection whose key cannot be watched is told to come back", async () => {
  await using t = await testStore();
  await using server = await serve(t);
  const key = new Secret((await t.agent("a")).key);
  using socket = await RawSocket.open(server.url, { key });
  server.failFollows(1);
  socket.call("query", "agent.listMessages");
  await expect.poll(() => socket.closed?.code, SOON).toBe(CLOSE_RECONNECT);
});

test("a connection whose key may have been revoked, which the database cannot tell, is told to come back", async () => {
  await using t = await testStore();
  await using server = await serve(t);
  const key = new Secret((await t.agent("a")).key);
  const keyId = await lastKeyId(t);
  using socket = await RawSocket.open(server.url, { key });
  const call = socket.call("query", "agent.listMessages");
  await expect.poll(() => socket.answers(call).length, SOON).toBe(1);
  await expect.poll(server.followers, SOON).toBe(1);
  await asSuperuser(
    t,
    `begin;
     revoke select on keys from agentpass_app;
     update teams set head_seq = head_seq + 1, head_check = 'aaaaaaaa';
     insert into events (team_id, seq, check_value, type, key_id, at)
       select id, head_seq, head_check, 'key.changed', '${keyId}', now() from teams;
     commit`,
  );
  await expect.poll(() => socket.closed?.code, SOON).toBe(CLOSE_RECONNECT);
});

test.each([
  ["", 0],
  [", and also where the clock is set back meanwhile", 1_000],
])(
  "a key that expires ends its connection and its feed, though nothing is asked for%s",
  async (_, backMs) => {
    await using t = await testStore();
    await using server = await serve(t);
    const agent = await t.agent("a");
    // Far enough for the connection and its feed to be there before, also on a busy machine.
    const expiresAt = t.store.clock() + 3_000;
    const iso = new Date(expiresAt).toISOString();
    await asSuperuser(t, `update keys set expires_at = '${iso}' where id = '${await lastKeyId(t)}'`);
    using socket = await RawSocket.open(server.url, { key: new Secret(agent.key) });
    const feed = socket.subscribe();
    await expect.poll(() => socket.started(feed), SOON).toBe(true);
    t.advance(-backMs);
    await expect.poll(() => socket.closed?.code, SOON).toBe(CLOSE_NOT_SIGNED_IN);
    expect(t.store.clock()).toBeGreaterThanOrEqual(Math.floor(expiresAt));
  },
);

test("a key that expires in years does not end its connection now", async () => {
  await using t = await testStore();
  await using server = await serve(t);
  const agent = await t.agent("a");
  await asSuperuser(
    t,
    `update keys set expires_at = now() + interval '3 years' where id = '${await lastKeyId(t)}'`,
  );
  using socket = await RawSocket.open(server.url, { key: new Secret(agent.key) });
  for (let round = 0; round < 3; round += 1) {
    const call = socket.call("query", "agent.listMessages");
    await expect.poll(() => socket.answers(call)[0]?.result?.type, SOON).toBe("data");
  }
  expect(socket.closed).toBeNull();
});

test("a peer that asks and asks and takes no answer costs a bounded amount of memory", async () => {
  await using t = await testStore();
  await using server = await serve(t);
  const agent = await t.agent("a");
  const to = await agent.number();
  for (let sms = 0; sms < 50; sms += 1) await t.receive({ to, body: "x".repeat(1_500) });
  using socket = await RawSocket.open(server.url, { key: new Secret(agent.key) });
  const first = socket.call("query", "agent.listMessages", { limit: 50 });
  await expect.poll(() => socket.answers(first).length, SOON).toBe(1);
  const answerBytes = JSON.stringify(socket.answers(first)[0]).length;
  expect(answerBytes).toBeGreaterThan(50 * 1_500);
  socket.socket.pause();
  for (let call = 0; call < 2_000; call += 1) socket.call("query", "agent.listMessages", { limit: 50 });
  const [peer] = server.sockets.server.clients;
  let most = 0;
  const buffered = (): number => (most = Math.max(most, peer?.bufferedAmount ?? 0));
  await expect.poll(buffered, SOON).toBeGreaterThan(100_000);
  // Another client is served 200 times meanwhile.
  using other = await RawSocket.open(server.url, { key: new Secret(agent.key) });
  for (let round = 0; round < 200; round += 1) {
    const id = other.call("query", "agent.listMessages", { limit: 1 });
    await expect.poll(() => other.answers(id)[0]?.result?.type, { timeout: 5_000, interval: 1 }).toBe("data");
    buffered();
  }
  expect(most).toBeLessThan(4 * 1024 * 1024);
});

test("one client's broken frame during the drain does not cut the others' notice short", async () => {
  await using t = await testStore();
  await using server = await serve(t);
  const key = new Secret((await t.agent("a")).key);
  const [broken, good] = [
    await RawSocket.open(server.url, { key }),
    await RawSocket.open(server.url, { key }),
  ];
  for (const socket of [broken, good]) {
    const id = socket.subscribe();
    await expect.poll(() => socket.started(id), SOON).toBe(true);
  }
  const closing = server.sockets.closeGracefully();
  broken.send("x".repeat(65 * 1024));
  await closing;
  await expect.poll(() => [broken.closed?.code, good.closed?.code], SOON).toEqual([1009, CLOSE_RECONNECT]);
});

test("a connection whose key the database could not look up in time is told to come back, not that its key is bad", async () => {
  await using t = await testStore();
  await using server = await serve(t);
  const key = new Secret((await t.agent("a")).key);
  const blocker = new Client(t.database.connection);
  await blocker.connect();
  await blocker.query("begin; lock table keys in access exclusive mode");
  using good = await RawSocket.open(server.url, { key });
  using silent = await RawSocket.open(server.url);
  good.subscribe();
  await expect
    .poll(() => [good.closed?.code, silent.closed?.code], SOON)
    .toEqual([CLOSE_RECONNECT, CLOSE_NOT_SIGNED_IN]);
  await blocker.query("commit");
  await blocker.end();
});

test("a connection that makes many calls at once is signed in once", async () => {
  await using t = await testStore();
  await using server = await serve(t);
  const key = new Secret((await t.agent("a")).key);
  using socket = await RawSocket.open(server.url, { key });
  const calls = Array.from({ length: 10 }, () => socket.call("query", "agent.listMessages"));
  for (const call of calls) await expect.poll(() => socket.answers(call)[0]?.result?.type, SOON).toBe("data");
  await expect.poll(server.followers, SOON).toBe(1);
});

test("a connection with a good key that asks for nothing is left alone", async () => {
  await using t = await testStore();
  await using server = await serve(t);
  const key = new Secret((await t.agent("a")).key);
  using quiet = await RawSocket.open(server.url, { key });
  using silent = await RawSocket.open(server.url);
  await expect.poll(() => silent.closed?.code, SOON).toBe(CLOSE_NOT_SIGNED_IN);
  expect(quiet.closed).toBeNull();
});

/** Many events at once, as an outage or a busy team leaves behind. */
async function manyEvents(t: TestStore, count: number): Promise<void> {
  await asSuperuser(
    t,
    `begin;
     select from teams for update;
     insert into events (team_id, seq, check_value, type, number_id, lease_id, message_id, agent_id, at)
       select teams.id, head_seq + n, lpad(to_hex(n), 8, '0'), 'message.received', gen_random_uuid(),
         gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), now()
       from teams, generate_series(1, ${count}) n;
     update teams set head_seq = head_seq + ${count}, head_check = lpad(to_hex(${count}), 8, '0');
     commit`,
  );
}

/** Each opens a reader, and gives what makes it slow; that gives what ends it. */
const slownesses: Record<
  string,
  (url: string, proxy: TcpProxy, key: Secret) => Promise<{ reader: RawSocket; slowDown: () => () => void }>
> = {
  "stops taking anything": async (url, _proxy, key) => {
    const reader = await RawSocket.open(url, { key });
    const slowDown = () => {
      reader.socket.pause();
      return () => reader.socket.resume();
    };
    return { reader, slowDown };
  },
  "takes a byte a second": async (_url, proxy, key) => ({
    reader: await RawSocket.open(`ws://127.0.0.1:${proxy.port}/trpc`, { key }),
    slowDown: () => proxy.trickle(),
  }),
};

test.each(Object.entries(slownesses))(
  verifies("F10", "a reader that %s costs less than 1 MiB, delays nobody, and catches up without loss"),
  async (_what, open) => {
    const COUNT = 20_000;
    await using t = await testStore();
    await using server = await serve(t);
    const key = new Secret(t.ownerKey);
    await using proxy = await TcpProxy.start({ host: "127.0.0.1", port: Number(new URL(server.url).port) });
    const { reader, slowDown } = await open(server.url, proxy, key);
    using slow = reader;
    using quick = await RawSocket.open(server.url, { key });
    const [slowFeed, quickFeed] = [slow.subscribe(), quick.subscribe()];
    await expect.poll(() => slow.started(slowFeed) && quick.started(quickFeed), SOON).toBe(true);
    const speedUp = slowDown();
    let most = 0;
    const watch = (): void => {
      for (const { bufferedAmount } of server.sockets.server.clients) most = Math.max(most, bufferedAmount);
    };
    await manyEvents(t, COUNT);
    const messages = (socket: RawSocket): number =>
      socket.frames.filter(
        ({ result }) =>
          (result?.data as { data?: { type?: string } } | undefined)?.data?.type === "message.received",
      ).length;
    await expect.poll(() => (watch(), messages(quick)), { timeout: 20_000, interval: 20 }).toBe(COUNT);
    // It stands still: what it takes no more is held back in the store, not in memory.
    await expect.poll(() => (watch(), most), SOON).toBeGreaterThan(100 * 1024);
    expect(most).toBeLessThan(1024 * 1024);
    expect(messages(slow)).toBeLessThan(COUNT);
    speedUp();
    await expect.poll(() => (watch(), messages(slow)), { timeout: 20_000, interval: 20 }).toBe(COUNT);
    expect(most).toBeLessThan(1024 * 1024);
    const ids = slow.data(slowFeed).map(({ id }) => Number(id?.split(":")[1]));
    expect(ids, "in order, nothing twice").toEqual(ids.toSorted((a, b) => a - b));
    expect(new Set(ids).size).toBe(ids.length);
  },
);

test("a live feed sends the same bytes as a replay", async () => {
  await using t = await testStore();
  await using server = await serve(t);
  const agent = await t.agent("a");
  const number = await agent.number();
  const key = new Secret(agent.key);
  using live = await RawSocket.open(server.url, { key });
  const texts: string[] = [];
  live.socket.on("message", (data: Buffer) => texts.push(data.toString()));
  const id = live.subscribe();
  await expect.poll(() => live.data(id).length, SOON).toBe(1);
  const start = live.data(id)[0]?.id ?? "";
  for (const code of [482911, 482912, 482913]) await t.receive({ to: number, body: `Your code is ${code}` });
  await expect.poll(() => live.data(id).length, SOON).toBe(4);

  using replay = await RawSocket.open(server.url, { key });
  const again: string[] = [];
  replay.socket.on("message", (data: Buffer) => again.push(data.toString()));
  replay.subscribe(start);
  await expect.poll(() => again.length, SOON).toBe(texts.length);
  expect(again).toEqual(texts);
});
