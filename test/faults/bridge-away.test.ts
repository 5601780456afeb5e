import { expect, test, vi } from "vitest";
import { AgentClient, codeOf } from "../support/agent-client.ts";
import { BlackHole } from "../support/black-hole.ts";
import { connectToEmbedded, waitsOpen } from "../support/embedded-database.ts";
import { randomCode, RunningServer } from "../support/running-server.ts";

test.concurrent("a bridge that sleeps for longer than the server waits for it finds its code when it wakes, once", async () => {
  await using server = await RunningServer.start();
  await using agent = await AgentClient.connect(server.environment);
  await using database = await connectToEmbedded(server.dataFolder);
  await agent.lease();
  const waiting = agent.wait();
  await waitsOpen(database, agent.phoneNumber);
  process.kill(agent.pid ?? 0, "SIGSTOP");
  const sent = randomCode();
  try {
    await vi.waitUntil(
      async () => {
        const { rows } = await database.query<{ silent: boolean }>(
          "select touched_at < now() - interval '15.5 seconds' as silent from waits",
        );
        return rows[0]?.silent === true;
      },
      { timeout: 25_000, interval: 200 },
    );
    expect(await server.sms(agent.phoneNumber, `Your code is ${sent}`)).toBe(200);
    const { rows } = await database.query("select state from messages");
    expect(rows, "nobody listened, so nobody claimed it").toEqual([{ state: "available" }]);
  } finally {
    process.kill(agent.pid ?? 0, "SIGCONT");
  }
  const answer = await waiting;
  expect(codeOf(answer)).toBe(sent);
  expect(answer.structuredContent?.["waited_ms"], "not only at the deadline").toBeLessThan(35_000);
  expect(codeOf(await agent.wait({ timeout: 0 }))).toBe("no code: timeout");
});

test.concurrent("a bridge whose network went dead gets what came meanwhile when it is back, once", async () => {
  await using network = await BlackHole.open();
  await using server = await RunningServer.start({ env: { AGENTPASS_API_URL: network.url } });
  network.targetPort = server.port;
  await using agent = await AgentClient.connect({
    ...server.environment,
    AGENTPASS_API_URL: network.url,
    AGENTPASS_API_KEY: server.mockCredentials.agentKey,
  });
  await using database = await connectToEmbedded(server.dataFolder);
  await agent.lease();
  const waiting = agent.wait();
  await waitsOpen(database, agent.phoneNumber);
  const before = network.connections;
  network.swallow();
  const sent = randomCode();
  expect(await server.sms(agent.phoneNumber, `Your code is ${sent}`)).toBe(200);
  await vi.waitUntil(() => network.connections > before, { timeout: 20_000 });
  network.letThrough();
  expect(codeOf(await waiting)).toBe(sent);
  expect(codeOf(await agent.wait({ timeout: 0 }))).toBe("no code: timeout");
});
