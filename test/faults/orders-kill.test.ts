import { randomBytes } from "node:crypto";
import type { AppRouter } from "@agentpass/shared/api";
import type { E164 } from "@agentpass/shared/phone-number";
import type { TRPCClient, TRPCClientError } from "@trpc/client";
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test } from "vitest";
import { apiClient } from "../support/api-client.ts";
import type { RunningServer } from "../support/running-server.ts";
import type { TwilioEmulator } from "../support/twilio-emulator.ts";
import { startTwoNodes, type TwoNodes } from "../support/two-nodes.ts";

const OWN = ["+14155550100", "+14155550101"] as E164[];
/** The chore that takes up what nobody works on runs every 5 s. */
const RESUMED = { timeout: 20_000, interval: 50 };
/** Two servers, a hundred agents and a loaded machine. */
const SOON = { timeout: 10_000, interval: 10 };

let both: TwoNodes;
let east: RunningServer;
let west: RunningServer;
let twilio: TwilioEmulator;
let admin: TRPCClient<AppRouter>;
beforeAll(async () => {
  both = await startTwoNodes(OWN);
  [east, west] = both.nodes;
  ({ twilio } = both);
  admin = both.admin(west);
  // From here on nothing is free.
  for (const _ of OWN) await (await agent())(east).agent.getNumber.mutate({});
});
afterAll(() => both[Symbol.asyncDispose]());
beforeEach(async () => {
  onTestFailed(() => console.log(`${east.output}\n${west.output}`.slice(-6_000)));
  twilio.clearFaults();
  await both.database.query("rollback");
  if (!east.runs) await east.start();
  await admin.settings.set.mutate({ change: { maxNumbers: 200, purchasesPerDay: 200, quarantineMs: 0 } });
});

/** A new agent, as it sees the API of a node. */
async function agent(): Promise<(node: RunningServer) => TRPCClient<AppRouter>> {
  const { key } = await admin.key.create.mutate({ kind: "agent", name: randomBytes(4).toString("hex") });
  return (node) => apiClient(node.url, key);
}

const bought = () => twilio.state.numbers.filter(({ friendlyName }) => friendlyName.startsWith("agentpass "));

/**
 * Kills the east node as an out-of-memory killer would, lets the team's lock go, makes its claims lapse, and waits until
 * the west has done its work.
 */
async function killEast(letGo: (() => Promise<void>) | null): Promise<void> {
  await east.stop("SIGKILL");
  await letGo?.();
  // Instead of waiting for three minutes.
  for (const table of ["purchases", "releases"])
    await both.database.query(
      `update ${table} set claimed_until = now() - interval '1 s' where state = 'open'`,
    );
  await expect
    .poll(async () => {
      const { beingBought, beingReleased } = await admin.number.state.query();
      return beingBought + beingReleased;
    }, RESUMED)
    .toBe(0);
}

/** Every number of the account is in the pool, and the other way round. */
async function nothingIsHalfDone(): Promise<void> {
  const { numbers } = await admin.number.list.query({ provider: "twilio", limit: 200 });
  expect(numbers.map(({ phoneNumber }) => phoneNumber)).toEqual(
    twilio.state.numbers.map(({ phoneNumber }) => phoneNumber).toSorted(),
  );
  const { rows } = await both.database.query(
    "select count(*)::int as open from purchases where state = 'open' union all select count(*)::int from releases where state = 'open'",
  );
  expect(rows).toEqual([{ open: 0 }, { open: 0 }]);
}

/** Holds the team's lock, so that nothing more is committed, until the result is called. */
async function holdTeam(): Promise<() => Promise<void>> {
  await both.database.query("begin");
  await both.database.query("select from teams for update");
  return async () => void (await both.database.query("commit"));
}

const waitsForTeam = async (): Promise<number> => {
  // A transaction keeps what it saw first.
  await both.database.query("select pg_stat_clear_snapshot()");
  const { rows } = await both.database.query<{ count: number }>(
    "select count(*)::int as count from pg_stat_activity where wait_event_type = 'Lock' and query like '%\"teams\"%for update%'",
  );
  return rows[0]?.count ?? 0;
};

type Fault = Parameters<TwilioEmulator["fault"]>[0];
/** What has to have happened at Twilio besides the fault; gives what lets the team's lock go, where it is held. */
type Reach = (isDone: () => boolean) => Promise<(() => Promise<void>) | null>;

const nothingMore: Reach = async () => null;
const done: Reach = async (isDone) => {
  await expect.poll(isDone, SOON).toBe(true);
  return null;
};
const doneUncommitted: Reach = async (isDone) => {
  const letGo = await holdTeam();
  await done(isDone);
  await expect.poll(waitsForTeam, SOON).toBeGreaterThan(0);
  return letGo;
};

/** Each step by the fault that makes it last. */
const buying: [string, Fault, Reach][] = [
  ["before it has ordered one", { on: "search", kind: "hang" }, nothingMore],
  ["with the order on its way", { on: "buy", kind: "hang" }, nothingMore],
  ["with the order carried out after its death", { on: "buy", kind: "delay", ms: 700 }, nothingMore],
  ["after the purchase, before it is committed", { on: "buy", kind: "delay", ms: 500 }, doneUncommitted],
  ["after the purchase, committed or not", { on: "buy", kind: "delay", ms: 100 }, done],
];

describe("a server killed while it buys a number", () => {
  test.each(buying)("%s: one number is bought, and the agent gets it", async (_, fault, reach) => {
    const before = { injected: twilio.faultsInjected, bought: bought().length };
    const needy = await agent();
    twilio.fault(fault);
    const cut = settled(needy(east).agent.getNumber.mutate({}));
    await expect.poll(() => twilio.faultsInjected, SOON).toBe(before.injected + 1);
    const letGo = await reach(() => bought().length === before.bought + 1);
    await killEast(letGo);
    await cut;
    const { phoneNumber } = await needy(west).agent.getNumber.mutate({});
    expect(bought().filter((number) => number.phoneNumber === phoneNumber)).toHaveLength(1);
    expect(bought()).toHaveLength(before.bought + 1);
    await nothingIsHalfDone();
  });

  test("while 100 agents ask two servers: never more than the budget, and one number a need", async () => {
    const owned = twilio.state.numbers.length;
    await admin.settings.set.mutate({ change: { maxNumbers: owned + 4 } });
    const needy = await Promise.all(Array.from({ length: 100 }, agent));
    twilio.fault({ on: "buy", kind: "delay", ms: 400, times: 4 });
    const before = twilio.faultsInjected;
    const askAll = (nodeOf: (index: number) => RunningServer) =>
      Promise.all(
        needy.map((see, index) =>
          see(nodeOf(index))
            .agent.getNumber.mutate({})
            .then(
              ({ phoneNumber }) => phoneNumber,
              (error: TRPCClientError<AppRouter>) => error.data?.problem?.code ?? "cut",
            ),
        ),
      );
    const asked = askAll((index) => (index % 2 === 0 ? east : west));
    await expect.poll(() => twilio.faultsInjected, SOON).toBeGreaterThan(before);
    const letGo = await holdTeam();
    await expect.poll(() => twilio.state.numbers.length, SOON).toBeGreaterThan(owned);
    await killEast(letGo);
    await asked;
    const answers = await askAll(() => west);
    const given = answers.filter((answer) => answer.startsWith("+"));
    expect(new Set(given).size).toBe(given.length);
    expect(given).toHaveLength(4);
    expect(answers.filter((answer) => answer === "pool_exhausted")).toHaveLength(96);
    expect(twilio.state.numbers).toHaveLength(owned + 4);
    await nothingIsHalfDone();
  });
});

const releasing: [string, Fault, Reach, begun: boolean][] = [
  ["before it has noted that", { on: "list_numbers", kind: "hang" }, nothingMore, false],
  ["with the request on its way", { on: "release", kind: "hang" }, nothingMore, true],
  [
    "with the request carried out after its death",
    { on: "release", kind: "delay", ms: 700 },
    nothingMore,
    true,
  ],
  [
    "after Twilio took it back, before it is committed",
    { on: "release", kind: "delay", ms: 500 },
    doneUncommitted,
    true,
  ],
];

describe("a server killed while it gives a number back", () => {
  test.each(releasing)("%s: it is given back, or nothing has changed", async (...step) => {
    const [, fault, reach, begun] = step;
    const { phoneNumber } = await (await agent())(east).agent.getNumber.mutate({});
    const isOurs = () => twilio.state.numbers.some((number) => number.phoneNumber === phoneNumber);
    const before = twilio.faultsInjected;
    twilio.fault(fault);
    const cut = settled(both.admin(east).number.release.mutate({ phoneNumber }));
    await expect.poll(() => twilio.faultsInjected, SOON).toBe(before + 1);
    const letGo = await reach(() => !isOurs());
    await killEast(letGo);
    await cut;
    await expect.poll(isOurs, SOON).toBe(!begun);
    await nothingIsHalfDone();
    const { numbers } = await admin.number.list.query({ text: phoneNumber, limit: 10 });
    expect(numbers.map(({ state }) => state)).toEqual(begun ? [] : ["leased"]);
  });
});

const settled = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => "answered",
    () => "cut",
  );
