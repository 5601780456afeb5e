import { afterAll, beforeAll, expect, test } from "vitest";
import { verifies } from "../support/verifies.ts";
import { AgentClient } from "../support/agent-client.ts";
import { apiClient } from "../support/api-client.ts";
import { connectToEmbedded } from "../support/embedded-database.ts";
import { RunningServer } from "../support/running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server[Symbol.asyncDispose]());

test("fifty parallel calls of one passport get one number", async () => {
  await using agent = await AgentClient.connect(server.environment);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => agent.call("get_phone_number", { passport_id: "one" })),
  );
  expect(answers.filter((answer) => answer.isError)).toEqual([]);
  const given = answers.map(({ structuredContent }) => structuredContent?.["phone_number"]);
  expect(new Set(given).size).toBe(1);
  expect(answers.filter(({ structuredContent }) => structuredContent?.["reused"] === false)).toHaveLength(1);
  await agent.call("release_phone_number", { phone_number: given[0] });
  await using database = await connectToEmbedded(server.dataFolder);
  await database.query("update numbers set quarantined_until = null");
});

test(
  verifies(
    "pool-in-database",
    "fifty agents that ask at once get ten different numbers and forty clear refusals",
  ),
  async () => {
    const admin = apiClient(server.url, server.ownerKey);
    const made = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        admin.key.create.mutate({ kind: "agent", name: `agent ${index}` }),
      ),
    );
    expect(new Set(made.map(({ agentId }) => agentId)).size).toBe(50);
    const asked = await Promise.allSettled(
      made.map(({ key }, index) =>
        apiClient(server.url, key).agent.getNumber.mutate({ passportId: `passport ${index}` }),
      ),
    );
    const given = asked.flatMap((one) => (one.status === "fulfilled" ? [one.value.phoneNumber] : []));
    const refused = asked.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
    expect(given).toHaveLength(10);
    expect(new Set(given).size).toBe(10);
    expect(refused).toHaveLength(40);
    for (const refusal of refused)
      expect(refusal).toMatchObject({
        data: { httpStatus: 412, problem: { code: "pool_exhausted" } },
        message: expect.stringMatching(/none is free \(pool: 10 leased\).*Release one/),
      });
    const { numbers: pool } = await admin.number.list.query();
    expect(pool.filter(({ state }) => state === "leased")).toHaveLength(10);
  },
);
