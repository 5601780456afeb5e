import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from "vitest";
import { AgentClient, codeOf } from "../support/agent-client.ts";
import { connectToEmbedded, killPostgres, waitsOpen } from "../support/embedded-database.ts";
import { History } from "../support/history.ts";
import { randomCode, RunningServer } from "../support/running-server.ts";
import { SmsLoad } from "../support/sms-load.ts";
import { WaitingAgent } from "../support/waiting-agent.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() => onTestFailed(() => console.log(server.output.slice(-4_000))));

test("an agent that waits while PostgreSQL is killed gets the code that comes after it", async () => {
  await using agent = await AgentClient.connect(server.environment);
  await agent.lease("waits");
  const waiting = agent.wait();
  await using database = await connectToEmbedded(server.dataFolder);
  await waitsOpen(database, agent.phoneNumber);
  await killPostgres(server.dataFolder);
  const sent = randomCode();
  expect(await server.sms(agent.phoneNumber, `Your code is ${sent}`)).toBe(200);
  expect(codeOf(await waiting)).toBe(sent);
  expect(codeOf(await agent.wait({ timeout: 0 }))).toBe("no code: timeout");
});

test("of the webhooks that come while PostgreSQL is killed, twice, none that was acknowledged is lost", async () => {
  await using agent = await WaitingAgent.start({ server, name: randomBytes(4).toString("hex") });
  const history = new History(new Map([[agent.phoneNumber, agent.name]]));
  agent.record(history);
  const load = new SmsLoad({ servers: [server], history, numbers: [agent.phoneNumber] });
  load.start();
  for (const _round of [1, 2]) {
    await load.acknowledgedMore(5);
    await killPostgres(server.dataFolder);
    history.fault("postmaster killed");
  }
  await load.acknowledgedMore(5);
  await load.stop();
  await agent.gotEverything();
  expect(history.faults("postmaster killed")).toBe(2);
  expect(history.violations()).toEqual([]);
  expect(agent.errors, "what its client was shown").toEqual([]);
  expect(server.runs, server.output.slice(-2_000)).toBe(true);
});
