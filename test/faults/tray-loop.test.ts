/**
 * Kills of the tray, of the server behind it and of bridges before it, in a random order under a light load; as in
 * fault-loop, FAULT_SEED and FAULT_SEEDS choose the runs.
 */
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFailed, test, vi } from "vitest";
import { apiClient } from "../support/api-client.ts";
import { History } from "../support/history.ts";
import { RunningServer } from "../support/running-server.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { SmsLoad } from "../support/sms-load.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { TrayProcess } from "../support/tray/tray-process.ts";
import { WaitingAgent } from "../support/waiting-agent.ts";

const firstSeed = Number(process.env["FAULT_SEED"] ?? 1);
const seeds = Array.from(
  { length: Number(process.env["FAULT_SEEDS"] ?? 1) },
  (_, index) => firstSeed + index,
);

interface World {
  server: RunningServer;
  tray: TrayProcess;
  agents: readonly WaitingAgent[];
  random: () => number;
}

/** Each resolves when the fault has happened and what it hit is on its way back. */
const faults: Record<string, (world: World) => Promise<void>> = {
  "tray killed": async ({ tray }) => {
    await tray.kill();
    await tray.start();
  },
  "tray killed, away for a while": async ({ tray, random }) => {
    await tray.kill();
    await pause(random() * 5_000);
    await tray.start();
  },
  "tray frozen": async ({ tray, random }) => {
    tray.freeze();
    await pause(random() * 2_500);
    tray.thaw();
  },
  "server killed": async ({ server }) => {
    await server.stop("SIGKILL");
    await server.start();
  },
  "server and tray killed": async ({ server, tray }) => {
    await Promise.all([server.stop("SIGKILL"), tray.kill()]);
    await server.start();
    await tray.start();
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
  "seed %i: whatever is killed, nothing acknowledged is lost, foreign or given twice by way of the tray",
  { timeout: 180_000 },
  async (seed) => {
    const random = seededRandom(seed);
    await using server = await RunningServer.start();
    // Apart from mock mode's credentials, which a bridge takes that starts while the tray is away.
    const folder = temporaryFolder();
    await using tray = await TrayProcess.start(server.dataFolder, folder);
    // Both bridges are of one client, and so of one token.
    const env = { AGENTPASS_DATA_DIR: folder };
    await using anna = await WaitingAgent.start({ server, name: "anna", env });
    await using ben = await WaitingAgent.start({ server, name: "ben", env });
    const agents = [anna, ben];
    // What comes while the tray is away is more than the team lets one agent fetch in a minute.
    await apiClient(server.url, server.ownerKey).agent.setLimits.mutate({
      agent: "a-test",
      callsPerMinute: 1_000_000,
    });
    onTestFailed(() => console.log(agents.flatMap(({ errors }) => errors).join("\n"), tray.bugs));
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
      await faults[name]?.({ server, tray, agents, random });
      history.fault(name);
    }
    await load.acknowledgedMore(5);
    await load.stop();
    for (const agent of agents) await agent.gotEverything(60_000);

    for (const name of Object.keys(faults)) expect(history.faults(name), name).toBe(1);
    expect(history.violations()).toEqual([]);
    expect(tray.asked, "asked once, over all starts").toEqual(["a-test"]);
    expect(tray.bugs).toEqual([]);
  },
);
