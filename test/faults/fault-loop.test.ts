/**
 * Kills of server, bridges and database in a random order and at random moments under a light load. The seed of a
 * failure stands in the test's name: `FAULT_SEED=7 FAULT_SEEDS=1 pnpm test fault-loop` repeats it, and
 * `FAULT_SEEDS=50 pnpm test fault-loop` runs fifty.
 */
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFailed, test, vi } from "vitest";
import { connectToEmbedded, killPostgres } from "../support/embedded-database.ts";
import { FeedWitness } from "../support/feed-witness.ts";
import { History } from "../support/history.ts";
import { RunningServer } from "../support/running-server.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { SmsLoad } from "../support/sms-load.ts";
import { WaitingAgent } from "../support/waiting-agent.ts";
import { verifies } from "../support/verifies.ts";

const firstSeed = Number(process.env["FAULT_SEED"] ?? 1);
const seeds = Array.from(
  { length: Number(process.env["FAULT_SEEDS"] ?? 1) },
  (_, index) => firstSeed + index,
);

interface World {
  server: RunningServer;
  agents: readonly WaitingAgent[];
  random: () => number;
}

/** Each resolves when the fault has happened and what it hit is on its way back. */
const faults: Record<string, (world: World) => Promise<void>> = {
  "server killed": async ({ server }) => {
    await server.stop("SIGKILL");
    await server.start();
  },
  "server restarted": async ({ server }) => {
    await server.stop("SIGTERM");
    await server.start();
  },
  "postmaster killed": ({ server }) => killPostgres(server.dataFolder),
  "server and postmaster killed": async ({ server }) => {
    const postgres = killPostgres(server.dataFolder).catch(() => {});
    await server.stop("SIGKILL");
    await server.start();
    await postgres;
  },
  "server frozen": async ({ server, random }) => {
    server.freeze();
    await pause(random() * 2_500);
    server.thaw();
  },
  "bridge killed": async ({ agents, random }) => {
    const agent = agents[Math.floor(random() * agents.length)];
    const pid = agent?.bridgePid ?? null;
    if (agent === undefined || pid === null) throw new Error("no bridge to kill");
    process.kill(pid, "SIGKILL");
    await vi.waitUntil(() => agent.bridgePid !== null && agent.bridgePid !== pid, { timeout: 20_000 });
  },
};

test.each(seeds)(
  verifies("F8", "seed %i: whatever is killed, nothing acknowledged is lost, foreign or given twice"),
  { timeout: 180_000 },
  async (seed) => {
    const random = seededRandom(seed);
    await using server = await RunningServer.start();
    onTestFailed(() => console.log(server.output.slice(-6_000)));
    await using anna = await WaitingAgent.start({ server, name: "anna" });
    await using ben = await WaitingAgent.start({ server, name: "ben" });
    using witness = new FeedWitness(server.url, server.ownerKey);
    await witness.live();
    const agents = [anna, ben];
    const history = new History(new Map(agents.map((agent) => [agent.phoneNumber, agent.name])));
    for (const agent of agents) agent.record(history);
    const numbers = agents.map((agent) => agent.phoneNumber);
    const load = new SmsLoad({ servers: [server], history, numbers, random });
    load.start();

    const order = Object.keys(faults)
      .map((name) => ({ name, at: random() }))
      .toSorted((a, b) => a.at - b.at);
    for (const { name } of order) {
      await load.acknowledgedMore(1 + Math.floor(random() * 6));
      await pause(random() * 20);
      await faults[name]?.({ server, agents, random });
      history.fault(name);
    }
    await load.acknowledgedMore(5);
    await load.stop();
    for (const agent of agents) await agent.gotEverything(60_000);

    for (const name of Object.keys(faults)) expect(history.faults(name), name).toBe(1);
    expect(load.refused, "no delivery met a fault").toBeGreaterThan(0);
    expect(history.violations()).toEqual([]);

    await using database = await connectToEmbedded(server.dataFolder);
    const { rows } = await database.query<{ id: string; sid: string }>(
      "select id, provider_message_id as sid from messages order by seq",
    );
    await witness.toldOf(rows.length);
    expect(witness.messageIds, "the feed told of each row, once and in order").toEqual(
      rows.map(({ id }) => id),
    );
    expect(witness.violations).toEqual([]);
    expect(new Set(rows.map(({ sid }) => sid)).size).toBe(rows.length);
    const acknowledged = new Set(rows.map(({ sid }) => sid));
    expect(history.acknowledgedIds().filter((id) => !acknowledged.has(id))).toEqual([]);
  },
);
