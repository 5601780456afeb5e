import { formatCursor, parseCursor, type StreamPosition } from "@agentpass/shared/cursor";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import type { E164 } from "@agentpass/shared/phone-number";
import { agentOf, testNumbers, testStore, type TestStore } from "../../../test/support/test-store.ts";
import { createAgent } from "../actions/agents.ts";
import { feedItem, feedItemAtOnce } from "../actions/feed-item.ts";
import { setRole } from "../actions/members.ts";
import type { Viewer } from "../domain/access.ts";
import { eventsAfter, pruneEvents } from "../store/events.ts";
import { withTeamLock } from "../store/with-team.ts";
import { openFeed, type FeedEntry } from "./live-feed.ts";
import { createTeamStreams, type TeamStreams } from "./team-streams.ts";
import { verifies } from "../../../test/support/verifies.ts";

const SOON = { timeout: 10_000, interval: 5 };

interface OpenFeed extends AsyncDisposable {
  entries: FeedEntry[];
  seqs: () => number[];
  /** As tRPC's client would save it. */
  cursor: () => string;
  /** How many of the entries came past the generator. */
  pushed: () => number;
  wake: TeamStreams["wake"];
}

interface Options {
  cursor?: string | null;
  ready?: () => Promise<void>;
}

/** A reader that is given an entry past the generator says every third time that it cannot take it so. */
const REFUSED = 3;

async function open(t: TestStore, viewer: Viewer, { cursor = null, ready }: Options = {}): Promise<OpenFeed> {
  const streams = createTeamStreams(t.store, () => {});
  const end = new AbortController();
  const source = {
    store: t.store,
    streams,
    itemOf: (...[who, event]: [Viewer, Parameters<typeof feedItem>[2]]) => feedItem(t.store, who, event),
    itemAtOnce: feedItemAtOnce,
  };
  const entries: FeedEntry[] = [];
  let offered = 0;
  let pushed = 0;
  const push = (entry: FeedEntry): boolean => {
    offered += 1;
    if (offered % REFUSED === 0) return false;
    pushed += 1;
    entries.push(entry);
    return true;
  };
  const request = { viewer, cursor, signal: end.signal, ready: ready ?? (async () => {}), push };
  const feed = await openFeed(source, request);
  const reading = (async () => {
    for await (const entry of feed) entries.push(entry);
  })();
  return {
    entries,
    seqs: () =>
      entries
        .filter(({ item }) => item.type !== "gap" && item.type !== "heartbeat")
        .map((entry) => seqOf(entry.cursor)),
    cursor: () => entries.at(-1)?.cursor ?? "",
    pushed: () => pushed,
    wake: (teamId, events) => streams.wake(teamId, events),
    async [Symbol.asyncDispose]() {
      end.abort();
      await reading;
      streams.close();
    },
  };
}

const seqOf = (cursor: string): number => parseCursor(cursor)?.seq ?? -1;

async function emit(t: TestStore, count: number): Promise<void> {
  for (let event = 0; event < count; event += 1)
    await withTeamLock(t.store, t.teamId, async (team) => void team.emit({ type: "number.changed" }));
}

/** Lets go of every event from before now. */
async function prune(t: TestStore): Promise<void> {
  t.advance(1_000);
  await withTeamLock(t.store, t.teamId, (team) => pruneEvents(team, team.now - 500));
}

async function head(t: TestStore): Promise<StreamPosition> {
  const { rows } = await sql<{ epoch: string; head_seq: number; head_check: string }>`
    select epoch, head_seq, head_check from teams`.execute(t.store.ingest);
  const [row] = rows;
  if (!row) throw new Error("there is no team");
  return { epoch: row.epoch, seq: row.head_seq, check: row.head_check };
}

describe("a cursor that cannot be gone on from gets a gap, then everything retained", () => {
  test.each<[string, (head: StreamPosition) => string]>([
    ["ahead", (at) => formatCursor({ ...at, seq: at.seq + 1 })],
    ["foreign", (at) => formatCursor({ ...at, check: at.check === "00000000" ? "00000001" : "00000000" })],
    [
      "other_epoch",
      (at) => formatCursor({ ...at, epoch: at.epoch === "00000000" ? "00000001" : "00000000" }),
    ],
    ["malformed", () => "garbage"],
    ["malformed", () => ""],
    ["malformed", (at) => `${formatCursor(at)}\0`],
    ["malformed", () => "9".repeat(10_000)],
  ])("%s", async (reason, cursorOf) => {
    await using t = await testStore();
    await emit(t, 5);
    const at = await head(t);
    await using feed = await open(t, t.admin, { cursor: cursorOf(at) });
    await expect.poll(feed.seqs, SOON).toEqual(Array.from({ length: at.seq }, (_, index) => index + 1));
    expect(feed.entries[0]?.item).toEqual({ type: "gap", reason });
    expect(feed.entries.filter(({ item }) => item.type === "gap")).toHaveLength(1);
    // The gap's own cursor leads on from there, in silence.
    await using again = await open(t, t.admin, { cursor: feed.entries[0]?.cursor ?? "" });
    await expect.poll(again.seqs, SOON).toHaveLength(at.seq);
    expect(again.entries[0]?.item.type).toBe("heartbeat");
  });

  test(verifies("F11", "too_old"), async () => {
    await using t = await testStore();
    await emit(t, 3);
    const old = formatCursor({ ...(await head(t)), seq: 1 });
    await prune(t);
    await emit(t, 4);
    const at = await head(t);
    await using feed = await open(t, t.admin, { cursor: old });
    await expect.poll(feed.seqs, SOON).toEqual([at.seq - 3, at.seq - 2, at.seq - 1, at.seq]);
    expect(feed.entries[0]?.item).toEqual({ type: "gap", reason: "too_old" });
  });

  test(verifies("F11", "foreign, also where the event it names is no longer retained"), async () => {
    await using t = await testStore();
    await emit(t, 3);
    const at = await head(t);
    await prune(t);
    await using same = await open(t, t.admin, { cursor: formatCursor(at) });
    await expect.poll(() => same.entries[0]?.item, SOON).toEqual({ type: "heartbeat" });
    const other = formatCursor({ ...at, check: at.check === "00000000" ? "00000001" : "00000000" });
    await using feed = await open(t, t.admin, { cursor: other });
    await expect.poll(() => feed.entries[0]?.item, SOON).toEqual({ type: "gap", reason: "foreign" });
  });

  test("an agent gets the gap, and of what is retained its own", async () => {
    await using t = await testStore();
    const [mine, theirs] = [await t.agent("mine"), await t.agent("theirs")];
    await t.receive({ to: await theirs.number(), body: "Your code is 482911" });
    await t.receive({ to: await mine.number(), body: "Your code is 482912" });
    await using feed = await open(t, mine.viewer, { cursor: "garbage" });
    await expect.poll(() => feed.entries.at(-1)?.item.type, SOON).toBe("message.received");
    expect(feed.entries[0]?.item).toEqual({ type: "gap", reason: "malformed" });
    expect(feed.entries.filter(({ item }) => item.type === "message.received")).toHaveLength(1);
  });
});

test("a reader so slow that events are let go before it reads them is told of the gap", async () => {
  await using t = await testStore();
  const start = formatCursor(await head(t));
  await emit(t, 250);
  let taken = 0;
  const gate = Promise.withResolvers<void>();
  await using feed = await open(t, t.admin, {
    cursor: start,
    ready: async () => {
      taken += 1;
      if (taken > 100) await gate.promise;
    },
  });
  await expect.poll(() => taken, SOON).toBe(101);
  await prune(t);
  await emit(t, 3);
  const at = await head(t);
  gate.resolve();
  await expect.poll(() => feed.seqs().at(-1), SOON).toBe(at.seq);
  const seqs = feed.seqs();
  const gaps = feed.entries.filter(({ item }) => item.type === "gap");
  expect(seqs.length).toBeLessThan(253);
  expect(gaps.map(({ item }) => item)).toEqual([{ type: "gap", reason: "too_old" }]);
  // The gap stands where the hole is, and its cursor leads to what follows.
  const index = feed.entries.findIndex(({ item }) => item.type === "gap");
  expect(feed.entries.slice(index + 1).map(({ cursor }) => seqOf(cursor))).toEqual([
    at.seq - 2,
    at.seq - 1,
    at.seq,
  ]);
  await using again = await open(t, t.admin, { cursor: gaps[0]?.cursor ?? "" });
  await expect.poll(again.seqs, SOON).toEqual([at.seq - 2, at.seq - 1, at.seq]);
});

test(
  verifies(
    "F5",
    "sixteen writers whose commits end in any order leave no gap and no double in what readers get (F5)",
  ),
  async () => {
    await using t = await testStore();
    const start = await head(t);
    await using live = await open(t, t.admin);
    const write = async (writer: number): Promise<void> => {
      for (let round = 0; round < 10; round += 1)
        await withTeamLock(t.store, t.teamId, async (team) => {
          team.emit({ type: "number.changed" });
          await sql`select pg_sleep(${(((writer * 7 + round * 3) % 5) * 2) / 1000}::float8)`.execute(
            team.trx,
          );
          if (round % 3 === 0) team.emit({ type: "agent.changed" });
        });
    };
    await Promise.all(Array.from({ length: 16 }, (_, writer) => write(writer)));
    const total = 16 * 14;
    const expected = Array.from({ length: total }, (_, index) => start.seq + 1 + index);
    await expect.poll(live.seqs, SOON).toEqual(expected);
    await using replayed = await open(t, t.admin, { cursor: formatCursor(start) });
    await expect.poll(replayed.seqs, SOON).toEqual(expected);
  },
);

test("what comes while a reader waits goes past the generator, all else through it, in one order without a gap or a double", async () => {
  await using t = await testStore();
  const start = await head(t);
  await using live = await open(t, t.admin);
  await expect.poll(() => live.entries.length, SOON).toBe(1);
  t.store.wakeUp = live.wake;
  for (let burst = 0; burst < 20; burst += 1)
    await withTeamLock(t.store, t.teamId, async (team) => {
      for (let event = 0; event <= burst % 4; event += 1) team.emit({ type: "agent.changed" });
    });
  const total = 5 * (1 + 2 + 3 + 4);
  await expect
    .poll(live.seqs, SOON)
    .toEqual(Array.from({ length: total }, (_, index) => start.seq + 1 + index));
  expect(live.pushed()).toBeGreaterThan(10);
  expect(live.pushed()).toBeLessThan(total);
});

test("what a replay has given already is not given again when the stream tells of it", async () => {
  await using t = await testStore();
  const start = await head(t);
  await emit(t, 250);
  let asked = 0;
  const gate = Promise.withResolvers<void>();
  await using feed = await open(t, t.admin, {
    cursor: formatCursor(start),
    ready: async () => {
      asked += 1;
      if (asked === 1) await gate.promise;
    },
  });
  await expect.poll(() => asked, SOON).toBe(1);
  // Nobody tells the stream of these: the replay is there first.
  await emit(t, 3);
  gate.resolve();
  await expect.poll(() => feed.seqs().length, SOON).toBe(253);
  t.store.wakeUp = feed.wake;
  await emit(t, 1);
  const expected = Array.from({ length: 254 }, (_, index) => start.seq + 1 + index);
  await expect.poll(() => feed.seqs().at(-1), SOON).toBe(start.seq + 254);
  expect(feed.seqs()).toEqual(expected);
});

test("an agent hears past the generator of its own, and its cursor moves over the others'", async () => {
  await using t = await testStore();
  const [mine, theirs] = [await t.agent("mine"), await t.agent("theirs")];
  const [my, their] = [await mine.number(), await theirs.number()];
  await using live = await open(t, mine.viewer);
  await expect.poll(() => live.entries.length, SOON).toBe(1);
  t.store.wakeUp = live.wake;
  await t.receive({ to: their, body: "Your code is 482911" });
  await t.receive({ to: my, body: "Your code is 482912" });
  await t.receive({ to: their, body: "Your code is 482913" });
  await expect.poll(() => live.entries.length, SOON).toBe(2);
  expect(live.pushed()).toBe(1);
  expect(live.entries[1]?.item).toMatchObject({ type: "message.received", agentId: mine.viewer.agentId });
  const { seq } = await head(t);
  expect(live.seqs()).toEqual([seq - 1]);
});

describe("a device hears", () => {
  const about = (feed: OpenFeed): string[] =>
    feed.entries.flatMap(({ item }) =>
      item.type === "gap" || item.type === "heartbeat" || item.type === "wait.changed"
        ? []
        : [`${item.type} ${item.agentId ?? "team"}`],
    );

  test("of its member's agents and the team, of no other member's agent, in a replay and live alike", async () => {
    await using t = await testStore();
    const [ann, bob] = [await t.person("Ann", "member"), await t.person("Bob", "admin")];
    const [hers, his] = [
      await agentOf(t.store, await createAgent(t.store, ann.viewer, { name: "hers" })),
      await agentOf(t.store, await createAgent(t.store, bob.viewer, { name: "his" })),
    ];
    const [herNumber, hisNumber] = [await hers.number(), await his.number()];
    await using live = await open(t, ann.viewer);
    await expect.poll(() => live.entries.length, SOON).toBe(1);
    await t.receive({ to: herNumber, body: "Your code is 482911" });
    await t.receive({ to: hisNumber, body: "Your code is 482912" });
    await emit(t, 1);
    const heard = [`message.received ${hers.viewer.agentId}`, "number.changed team"];
    await expect.poll(() => about(live), SOON).toEqual(heard);
    await using replay = await open(t, ann.viewer, { cursor: "garbage" });
    await expect.poll(() => about(replay).slice(-2), SOON).toEqual(heard);
    expect(about(replay).filter((line) => line.includes(his.viewer.agentId))).toEqual([]);
    expect(about(replay).filter((line) => line.includes(hers.viewer.agentId))).not.toEqual([]);
  });

  test("of a message that is nobody's only where its member is an admin", async () => {
    await using t = await testStore();
    const ann = await t.person("Ann", "member");
    const bob = await t.person("Bob", "admin");
    await using hers = await open(t, ann.viewer);
    await using his = await open(t, bob.viewer);
    await t.receive({ to: testNumbers[0] as E164, body: "Your code is 482913" });
    await emit(t, 1);
    await expect.poll(() => about(his), SOON).toEqual(["message.received team", "number.changed team"]);
    await expect.poll(() => about(hers), SOON).toEqual(["number.changed team"]);
  });
});

test("a clock that is set back silences no feed", async () => {
  await using t = await testStore();
  const { viewer } = await t.person("b", "member");
  const { agentId } = (await t.agent("a")).viewer;
  await using feed = await open(t, viewer);
  await expect.poll(() => feed.entries, SOON).toHaveLength(1);
  t.advance(-3_600_000);
  // Another member's, which only the store can tell: the feed looks, has nothing to say of it, and sees the time.
  t.store.knownAgents.clear();
  await withTeamLock(t.store, t.teamId, async (team) => void team.emit({ type: "lease.started", agentId }));
  feed.wake(t.teamId);
  await expect
    .poll(() => feed.entries.map(({ item }) => item.type), SOON)
    .toEqual(["heartbeat", "heartbeat"]);
});

test("after a change of its member's role a device hears nothing in the old one", async () => {
  await using t = await testStore();
  const { viewer, memberId } = await t.person("b", "admin");
  await setRole(t.store, t.admin, { member: memberId, role: "member" });
  const event = (await eventsAfter(t.store, { teamId: t.teamId, seq: 0, limit: 200 })).findLast(
    ({ type, keyId }) => type === "key.changed" && keyId === viewer.keyId,
  );
  if (!event) throw new Error("the device was told nothing");
  await expect(feedItem(t.store, viewer, event)).rejects.toThrow("role");
});
