import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { apiClient } from "../support/api-client.ts";
import { RunningServer } from "../support/running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start({ env: { AGENTPASS_LOG_LEVEL: "debug" } });
});
afterAll(() => server[Symbol.asyncDispose]());

/** A PostgreSQL that was stopped in order takes the file away. */
const postgresRuns = (): boolean =>
  existsSync(join(server.dataFolder, "postgres", "cluster-18", "data", "postmaster.pid"));

test("a server goes on when nobody reads its output any more, and stops in order", async () => {
  const { numbers } = await apiClient(server.url, server.ownerKey).number.list.query();
  const to = numbers[0]?.phoneNumber ?? "";
  server.closeOutput();
  for (let count = 0; count < 20; count += 1) expect(await server.sms(to, "Your code is 482913")).toBe(200);
  expect(server.runs).toBe(true);
  await server.stop();
  expect(postgresRuns()).toBe(false);
});

test("a server whose terminal is closed stops in order, and its PostgreSQL with it", async () => {
  // `script` gives the command a terminal, which goes when `script` is killed.
  const terminal = spawn("script", ["--quiet", "--flush", "--command", server.command, "/dev/null"], {
    env: { ...server.environment, PORT: String(server.port), SHELL: "/bin/sh" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  let shown = "";
  terminal.stdout.on("data", (chunk: Buffer) => (shown += chunk.toString()));
  await vi.waitUntil(() => shown.includes("Listening on"), { timeout: 60_000, interval: 20 });
  expect(postgresRuns()).toBe(true);
  const gone = once(terminal, "exit");
  terminal.kill("SIGKILL");
  await gone;
  await vi.waitUntil(() => !postgresRuns(), { timeout: 30_000, interval: 20 });
});
