import type { AppRouter } from "@agentpass/shared/api";
import { verifies } from "../support/verifies.ts";
import { createTRPCClient, httpLink } from "@trpc/client";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { BridgeProcess } from "../support/bridge-process.ts";
import { randomCode, RunningServer } from "../support/running-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

function admin() {
  const key = readFileSync(join(server.dataFolder, "owner-key"), "utf8").trim();
  const headers = { authorization: `Bearer ${key}` };
  return createTRPCClient<AppRouter>({ links: [httpLink({ url: `${server.url}/trpc`, headers })] });
}

function headless(env: Record<string, string>): BridgeProcess {
  return new BridgeProcess({ env: { AGENTPASS_API_URL: server.url, ...env } });
}

test(verifies("headless-bridge", "a headless bridge needs nothing but a key"), async () => {
  const { key } = await admin().key.create.mutate({ kind: "agent", name: "headless" });
  await using bridge = headless({ AGENTPASS_API_KEY: key });
  await bridge.initialize();
  const leased = await bridge.toolAnswer(bridge.callTool("get_phone_number"));
  const phone_number = String(leased.structuredContent?.["phone_number"]);
  const waiting = bridge.callTool("wait_for_sms", { phone_number });
  const code = randomCode();
  await server.sms(phone_number, `Your code is ${code}`);
  expect((await bridge.toolAnswer(waiting)).structuredContent).toMatchObject({ otp: { code } });
});

test("four agents at once each get a number and a code of their own", async () => {
  const agents = await Promise.all(
    ["one", "two", "three", "four"].map(async (name) => {
      const { key } = await admin().key.create.mutate({ kind: "agent", name });
      const bridge = headless({ AGENTPASS_API_KEY: key });
      await bridge.initialize();
      const leased = await bridge.toolAnswer(bridge.callTool("get_phone_number"));
      return { bridge, phone_number: String(leased.structuredContent?.["phone_number"]), code: randomCode() };
    }),
  );
  try {
    expect(new Set(agents.map(({ phone_number }) => phone_number)).size).toBe(4);
    const waiting = agents.map(({ bridge, phone_number }) =>
      bridge.toolAnswer(bridge.callTool("wait_for_sms", { phone_number })),
    );
    await Promise.all(
      agents.map(({ phone_number, code }) => server.sms(phone_number, `Your code is ${code}`)),
    );
    const answers = await Promise.all(waiting);
    expect(answers.map(({ structuredContent }) => structuredContent?.["otp"])).toMatchObject(
      agents.map(({ code }) => ({ code })),
    );
  } finally {
    for (const { bridge } of agents) await bridge[Symbol.asyncDispose]();
  }
});

test("the key may come from a file", async () => {
  const { key } = await admin().key.create.mutate({ kind: "agent", name: "file" });
  const file = join(temporaryFolder(), "key");
  writeFileSync(file, `${key}\n`);
  await using bridge = headless({ AGENTPASS_API_KEY_FILE: file });
  await bridge.initialize();
  expect((await bridge.toolAnswer(bridge.callTool("get_phone_number"))).isError).toBeUndefined();
});

test("an unknown key is refused at once, in words", async () => {
  const { key } = await admin().key.create.mutate({ kind: "agent", name: "known" });
  const listedBy = async (withKey: string) => {
    await using bridge = headless({ AGENTPASS_API_KEY: withKey });
    await bridge.initialize();
    const start = performance.now();
    const answer = await bridge.toolAnswer(bridge.callTool("list_sms"));
    return { answer, ms: performance.now() - start };
  };
  const known = await listedBy(key);
  expect(known.answer.isError).toBeUndefined();
  const { answer, ms } = await listedBy("apk_agent_unknown");
  expect(ms, "without the 3 s of patience for a server that may come back").toBeLessThan(known.ms + 2_000);
  expect(answer.isError).toBe(true);
  expect(answer.content[0]?.text).toMatch(/refused the key from AGENTPASS_API_KEY.*key create --kind agent/);
});

test("an admin's key is told to be of the wrong kind", async () => {
  const key = readFileSync(join(server.dataFolder, "owner-key"), "utf8").trim();
  await using bridge = headless({ AGENTPASS_API_KEY: key });
  await bridge.initialize();
  const answer = await bridge.toolAnswer(bridge.callTool("get_phone_number"));
  expect(answer.isError).toBe(true);
  expect(answer.content[0]?.text).toContain("agent's key");
});

test("a key that is revoked in the middle of a wait ends the wait with the reason", async () => {
  const { key, id } = await admin().key.create.mutate({ kind: "agent", name: "revoked" });
  await using bridge = headless({ AGENTPASS_API_KEY: key });
  await bridge.initialize();
  const leased = await bridge.toolAnswer(bridge.callTool("get_phone_number"));
  const phone_number = String(leased.structuredContent?.["phone_number"]);
  const waiting = bridge.callTool("wait_for_sms", { phone_number, timeout: 40_000 });
  await bridge.toolAnswer(bridge.callTool("list_sms"));
  await admin().key.revoke.mutate({ id });
  const answer = await bridge.toolAnswer(waiting);
  expect(answer.isError).toBe(true);
  expect(answer.content[0]?.text).toMatch(/refused the key/);
});

test("a server that is down is named together with the command that starts it", async () => {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, "mock-credentials.json"),
    JSON.stringify({ agentKey: "k", accountSid: "AC", authToken: "t" }),
  );
  await using bridge = new BridgeProcess({ env: { AGENTPASS_DATA_DIR: folder } });
  writeFileSync(
    join(folder, "server.json"),
    JSON.stringify({ url: "http://127.0.0.1:9", pid: 1, mode: "mock", node: "/node", version: "0" }),
  );
  await bridge.initialize();
  const answer = await bridge.toolAnswer(bridge.callTool("list_sms"));
  expect(answer.isError).toBe(true);
  expect(answer.content[0]?.text).toMatch(/http:\/\/127\.0\.0\.1:9 cannot be reached.*`pnpm start`/);
});
