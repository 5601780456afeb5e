/** `pnpm simulate --scenario` and the sign-up site against a real server; the other scenarios are in test/faults. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, test } from "vitest";
import { scenarios } from "../../server/src/cli/simulate/scenarios.ts";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";
import { AgentClient, codeOf } from "../support/agent-client.ts";
import { runProgram } from "../support/run-program.ts";
import { RunningServer } from "../support/running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server[Symbol.asyncDispose]());

const simulate = (...args: string[]) => runProgram("server/src/cli/simulate.ts", args, server.environment);

test.concurrent("what must hold under duplicates holds on a real server", async () => {
  const end = await simulate("--scenario", "duplicates");
  expect(end, end.stderr + end.stdout).toMatchObject({ exitCode: 0, stderr: "" });
  expect(end.stdout).toContain("held    the SMS is stored once (1 stored of 1 sent, 1 different)");
});

test.concurrent("--list names each scenario, and wrong usage is told whole with exit code 2", async () => {
  const listed = await simulate("--list");
  expect(listed.exitCode).toBe(0);
  expect(listed.stdout.match(/^\S+/gm)).toEqual(scenarios.map(({ name }) => name));
  expect(await simulate()).toMatchObject({
    exitCode: 2,
    stdout: "",
    stderr: expect.stringMatching(/--to is missing.*--body is missing/s),
  });
  expect(await simulate("--scenario", "bursts", "--duplicate", "2", "--bad-signature")).toMatchObject({
    exitCode: 2,
    stderr: expect.stringMatching(/--duplicate does not go.*--bad-signature does not go/s),
  });
});

test.concurrent("an agent with this repository alone signs up at the sign-up site", async () => {
  await using site = await signUpSite();
  await using agent = await AgentClient.connect(server.environment);
  const phone = await agent.lease();
  const post = (to: string | null, form: Record<string, string>) =>
    fetch(new URL(to ?? "", site.url), {
      method: "POST",
      body: new URLSearchParams(form),
      redirect: "manual",
    });

  const begun = await post("/sign-up", { name: "Ada", phone });
  const next = begun.headers.get("location");
  expect(begun.status, await begun.text()).toBe(303);
  const answer = await agent.wait({ service: "rosefinch.example" });
  expect(answer.structuredContent).toMatchObject({
    status: "received",
    otp: { domain: "rosefinch.example" },
  });
  const done = await post(next, { code: codeOf(answer) });
  expect(done.status).toBe(303);
  const account = await (await fetch(new URL(done.headers.get("location") ?? "", site.url))).text();
  expect(account).toContain("Account created");
  expect(account).toContain("Welcome, Ada.");
});

/** `agentpass sign-up-site` as a person starts it. */
async function signUpSite(): Promise<{ url: string } & AsyncDisposable> {
  const program = path.join(repositoryRoot, "server/src/cli/agentpass.ts");
  const child = spawn(process.execPath, [program, "sign-up-site", "--port", "0"], {
    env: server.environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended;
  };
  for await (const line of createInterface(child.stdout)) {
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
    if (url !== undefined) return { url, [Symbol.asyncDispose]: stop };
  }
  throw new Error("the sign-up site did not say where it listens");
}
