/** An hour of ordinary work: `FAULT_SOAK_MINUTES=60`. Without it there is nothing to see: memory settles in minutes. */
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFailed, test } from "vitest";
import { apiClient } from "../support/api-client.ts";
import { History } from "../support/history.ts";
import { RunningServer } from "../support/running-server.ts";
import { SmsLoad } from "../support/sms-load.ts";
import { WaitingAgent } from "../support/waiting-agent.ts";
import { fullCount } from "../support/full-count.ts";

const MINUTES = fullCount("FAULT_SOAK_MINUTES", 0);
const MINUTE_MS = 60_000;

test.skipIf(MINUTES === 0)(
  `${MINUTES} minutes of work lose nothing, and memory is flat from the first fifth to the last`,
  { timeout: (MINUTES + 5) * MINUTE_MS },
  async () => {
    await using server = await RunningServer.start();
    onTestFailed(() => console.log(server.output.slice(-4_000)));
    await apiClient(server.url, server.ownerKey).settings.set.mutate({
      change: { agentCallsPerMinute: 10_000 },
    });
    await using anna = await WaitingAgent.start({ server, name: "anna" });
    await using ben = await WaitingAgent.start({ server, name: "ben" });
    const agents = [anna, ben];
    const history = new History(new Map(agents.map((agent) => [agent.phoneNumber, agent.name])));
    for (const agent of agents) agent.record(history);
    const load = new SmsLoad({
      servers: [server],
      history,
      numbers: agents.map(({ phoneNumber }) => phoneNumber),
      longestGapMs: 600,
    });
    load.start();
    const samples: number[] = [];
    for (let second = 0; second < MINUTES * 60; second += 1) {
      await pause(1_000);
      samples.push(server.memoryBytes);
    }
    await load.stop();
    for (const agent of agents) await agent.gotEverything(60_000);
    expect(history.violations()).toEqual([]);
    expect(load.refused).toBe(0);
    // Between two collections of garbage a heap grows: what counts is how low it comes.
    const fifth = Math.floor(samples.length / 5);
    const [early, late] = [Math.min(...samples.slice(fifth, 2 * fifth)), Math.min(...samples.slice(-fifth))];
    const megabytes = [early, late].map((bytes) => Math.round(bytes / 1e6));
    console.log(`${history.acknowledgedIds().length} messages; ${megabytes.join(" MB, in the end ")} MB`);
    expect(late / early, `${megabytes.join(" -> ")} MB`).toBeLessThan(1.05);
  },
);
