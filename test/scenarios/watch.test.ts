import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";
import { runProgram } from "../support/run-program.ts";
import { RunningServer } from "../support/running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server[Symbol.asyncDispose]());

const SOON = { timeout: 20_000 };
const numbers = ["+15551234567", "+15551234568"] as const;

class Watch implements AsyncDisposable {
  out = "";
  err = "";
  readonly child: ChildProcess;

  private constructor(args: readonly string[], env: Record<string, string>) {
    const program = path.join(repositoryRoot, "server/src/cli/agentpass.ts");
    this.child = spawn(process.execPath, [program, "watch", ...args], {
      env: { ...server.environment, ...env },
    });
    this.child.stdout?.on("data", (chunk: Buffer) => (this.out += chunk.toString()));
    this.child.stderr?.on("data", (chunk: Buffer) => (this.err += chunk.toString()));
  }

  static async start(args: readonly string[] = [], env: Record<string, string> = {}): Promise<Watch> {
    const watch = new Watch(args, env);
    while (!watch.err.includes("Watching"))
      if (watch.child.exitCode === null) await once(watch.child.stderr ?? watch.child, "data");
      else throw new Error(`the watch ended: ${watch.err}`);
    return watch;
  }

  get lines(): string[] {
    return this.out.split("\n").filter((line) => line !== "");
  }

  /** `code state`, line by line. */
  get messages(): string[] {
    return this.lines.map((line) => {
      const { otp, state } = JSON.parse(line) as { otp: { code: string } | null; state: string };
      return `${otp?.code ?? "-"} ${state}`;
    });
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    const exit = once(this.child, "exit");
    this.child.kill(signal);
    return ((await exit) as [number | null])[0];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) await this.end("SIGKILL");
  }
}

describe("agentpass watch", () => {
  it("shows each message as it arrives and each change of its state, over a restart of the server", async () => {
    await using watch = await Watch.start(["--json"]);
    await server.sms(numbers[0], "Your code is 111111");
    await expect.poll(() => watch.messages, SOON).toEqual(["111111 available"]);

    await server.stop("SIGKILL");
    await expect.poll(() => watch.err, SOON).toContain("trying again");
    await server.start();
    // The watch may still be away: what comes now must reach it all the same.
    await server.sms(numbers[1], "Your code is 222222");
    await server.sms(numbers[0], "Your code is 333333");
    await expect
      .poll(() => watch.messages, SOON)
      .toEqual(["111111 available", "222222 available", "333333 available"]);
    expect(await watch.end("SIGINT")).toBe(0);
  });

  it("lets no text of a stranger rewrite the terminal", async () => {
    await using people = await Watch.start(["--number", numbers[0]]);
    await using programs = await Watch.start(["--number", numbers[0], "--json"]);
    const hostile = "\u001b[2J\u009b1A\rYour code is 444444\u202e\u0007\nnext line";
    expect(await server.sms(numbers[0], hostile, "EVIL")).toBe(200);
    await server.sms(numbers[1], "Your code is 555555");
    await server.sms(numbers[0], "Your code is 666666");
    for (const watch of [people, programs]) {
      await expect.poll(() => watch.lines.length, SOON).toBe(2);
      expect(watch.lines[0]).toContain("444444");
      expect(watch.lines[1]).toContain("666666");
      expect(watch.out.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    }
  });

  it("begins with what came before where that is asked for, and shows an agent its own only", async () => {
    const made = await runProgram(
      "server/src/cli/agentpass.ts",
      ["key", "create", "--kind", "agent", "--name", "watcher", "--json"],
      server.environment,
    );
    const { key } = JSON.parse(made.stdout) as { key: string };
    await using all = await Watch.start(["--since", "1h", "--json"]);
    await expect.poll(() => all.messages, SOON).toContain("555555 available");
    const before = all.messages.length;
    await using own = await Watch.start(["--since", "1h", "--json"], { AGENTPASS_API_KEY: key });
    await server.sms(numbers[0], "Your code is 777777");
    await expect.poll(() => all.messages.length, SOON).toBe(before + 1);
    expect(own.messages).toEqual([]);
  });

  it("ends with the reason where its key is refused", async () => {
    const ended = await runProgram("server/src/cli/agentpass.ts", ["watch"], {
      ...server.environment,
      AGENTPASS_API_KEY: "ap_admin_000000000000_nothing",
    });
    expect(ended).toMatchObject({ exitCode: 4, stdout: "" });
    expect(ended.stderr.trim().split("\n").at(-1)).toMatch(/key/);
  });
});
