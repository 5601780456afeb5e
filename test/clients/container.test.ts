import { expect, test } from "vitest";
import { AgentClient } from "../support/agent-client.ts";
import { apiClient } from "../support/api-client.ts";
import { RunningServer } from "../support/running-server.ts";
import { TcpProxy } from "../support/tcp-proxy.ts";

test("under a name that the server does not know the error says how to start it, and then it answers", async () => {
  // As host.docker.internal does, the proxy has an address of its own, which the Host header names.
  await using proxy = await TcpProxy.start();
  const address = `http://127.0.0.1:${proxy.port}`;
  async function call(server: RunningServer) {
    proxy.target = { host: "127.0.0.1", port: server.port };
    const { key } = await apiClient(server.url, server.ownerKey).agent.create.mutate({ name: "contained" });
    const env = { ...server.environment, AGENTPASS_API_KEY: key, AGENTPASS_API_URL: address };
    await using agent = await AgentClient.connect(env);
    const answer = await agent.call("get_phone_number");
    return answer;
  }
  await using stranger = await RunningServer.start();
  const refused = await call(stranger);
  expect(refused.isError).toBe(true);
  expect(refused.content[0]?.text).toContain("started with the same AGENTPASS_API_URL");
  await using informed = await RunningServer.start({ env: { AGENTPASS_API_URL: address } });
  expect((await call(informed)).structuredContent).toMatchObject({
    phone_number: expect.stringMatching(/^\+1555/),
  });
});
