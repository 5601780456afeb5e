/**
 * F8: SIGKILLs of the server at random moments under load. The full run has 500: `FAULT_KILLS=500 FAULT_SEED=7 pnpm
 * test:faults many-kills`.
 */
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFailed, test } from "vitest";
import { FeedWitness } from "../support/feed-witness.ts";
import { History } from "../support/history.ts";
import { RunningServer } from "../support/running-server.ts";
import { seededRandom } from "../support/seeded-random.ts";
import { SmsLoad } from "../support/sms-load.ts";
import { WaitingAgent } from "../support/waiting-agent.ts";
import { verifies } from "../support/verifies.ts";
import { faultSeed, fullCount } from "../support/full-count.ts";

const KILLS = fullCount("FAULT_KILLS", 5);
const SEED = faultSeed(1);
/** So much later than it was ready, at the most; sooner than that it is killed while it starts its work. */
const LATEST_MS = 400;

test(
  verifies(
    "F8",
    `${KILLS} kills of seed ${SEED}: nothing acknowledged is lost, foreign, out of order, or given twice`,
  ),
  { timeout: 120_000 + KILLS * 20_000 },
  async () => {
    const random = seededRandom(SEED);
    await using server = await RunningServer.start();
    onTestFailed(() => console.log(server.output.slice(-6_000)));
    await using agent = await WaitingAgent.start({ server, name: "anna" });
    using witness = new FeedWitness(server.url, server.ownerKey);
    await witness.live();
    const history = new History(new Map([[agent.phoneNumber, agent.name]]));
    agent.record(history);
    const load = new SmsLoad({ servers: [server], history, numbers: [agent.phoneNumber], random });
    load.start();
    for (let kill = 0; kill < KILLS; kill += 1) {
      await pause(random() * LATEST_MS);
      await server.stop("SIGKILL");
      history.fault("killed");
      await server.start();
      // Else a server that never works for long would take nothing, and lose nothing.
      if (kill % 5 === 4) await load.acknowledgedMore(5);
    }
    await load.acknowledgedMore(5);
    await load.stop();
    await agent.gotEverything(60_000);
    expect(history.faults("killed")).toBe(KILLS);
    expect(load.refused, "no delivery met a kill").toBeGreaterThan(0);
    expect(history.violations()).toEqual([]);
    await witness.toldOf(history.acknowledgedIds().length);
    expect(witness.violations).toEqual([]);
    expect(new Set(witness.messageIds).size).toBe(witness.messageIds.length);
  },
);
