/** People come and go on a real server: by the command alone, from an empty data folder. */
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { Secret } from "@agentpass/shared/secret";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";
import { apiClient } from "../support/api-client.ts";
import { RawSocket } from "../support/raw-socket.ts";
import { runProgram, type ProgramEnd } from "../support/run-program.ts";
import { RunningServer } from "../support/running-server.ts";
import { Stopwatch } from "../support/stopwatch.ts";

const SOON = { timeout: 20_000, interval: 10 };
const CLI = "server/src/cli/agentpass.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start({ env: { AGENTPASS_LOG_LEVEL: "trace" } });
});
afterAll(() => server[Symbol.asyncDispose]());

/** As the owner, by the data folder; or as whoever has `key`. */
const agentpass = (args: string[], key?: string): Promise<ProgramEnd> =>
  runProgram(CLI, args, {
    AGENTPASS_DATA_DIR: server.dataFolder,
    ...(key === undefined ? {} : { AGENTPASS_API_KEY: key }),
  });

/** What a command printed with --json. */
async function json<T>(args: string[], key?: string): Promise<T> {
  const end = await agentpass([...args, "--json"], key);
  expect(end, end.stderr).toMatchObject({ exitCode: 0 });
  return JSON.parse(end.stdout) as T;
}

interface Paired {
  key: string;
  deviceId: string;
  memberName: string;
  role: string;
}

/** `device pair` up to the code it shows; `paired` resolves when it has ended. */
async function pairing(name: string): Promise<{ userCode: string; paired: Promise<Paired> }> {
  const child = spawn(
    process.execPath,
    [path.join(repositoryRoot, CLI), "device", "pair", "--name", name, "--json"],
    {
      cwd: "/",
      env: server.environment,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (part: Buffer) => (stdout += part.toString()));
  child.stderr.on("data", (part: Buffer) => (stderr += part.toString()));
  const ended = once(child, "exit");
  await expect.poll(() => stderr, SOON).toMatch(/Code: \w{4}-\w{4}/);
  const [, userCode = ""] = /Code: (\w{4}-\w{4})/.exec(stderr) ?? [];
  return {
    userCode,
    paired: ended.then(([code]) => {
      if (code !== 0) throw new Error(`device pair ended with ${String(code)}: ${stderr}`);
      return JSON.parse(stdout) as Paired;
    }),
  };
}

async function follow(key: string): Promise<RawSocket> {
  const socket = await RawSocket.open(`${server.url.replace("http", "ws")}/trpc`, { key: new Secret(key) });
  const feed = socket.subscribe();
  await expect.poll(() => socket.started(feed), SOON).toBe(true);
  return socket;
}

describe("from an empty server", () => {
  test("a person is invited, pairs a second device by code, rotates a key under a live socket, and is removed", async () => {
    expect(await json(["team", "rename", "Sign-ups"])).toMatchObject({ name: "Sign-ups", mode: "mock" });
    const { link } = await json<{ link: string }>(["member", "invite", "Ann", "--role", "admin"]);
    expect(link).toMatch(new RegExp(`^${server.url}/pair/[A-Za-z0-9_-]{43}$`));
    const page = await fetch(link);
    expect(await page.text()).toContain(`pnpm agentpass member accept ${link}`);

    const first = await json<Paired>(["member", "accept", link, "--device", "Laptop"]);
    expect(first).toMatchObject({ memberName: "Ann", role: "admin" });
    const again = await agentpass(["member", "accept", link, "--device", "Laptop"]);
    expect(again).toMatchObject({ exitCode: 6, stdout: "", stderr: expect.stringContaining("used already") });

    const asking = await pairing("Phone");
    expect(await agentpass(["device", "approve", "BBBB-BBBB", "--yes"], first.key)).toMatchObject({
      exitCode: 5,
      stderr: expect.stringContaining("4 more tries"),
    });
    const unasked = await agentpass(["device", "approve", asking.userCode], first.key);
    expect(unasked.exitCode, "nobody is there to be asked").toBe(2);
    expect(unasked.stderr).toMatch(/Let in "Phone" \(linux\), which asked from .*127\.0\.0\.1/);
    const typed = ` ${asking.userCode.toLowerCase().replace("-", " ")}`;
    const approved = await agentpass(["device", "approve", typed, "--yes"], first.key);
    expect(approved.stdout, approved.stderr).toContain("Let in for Ann");
    const second = await asking.paired;
    expect(second).toMatchObject({ memberName: "Ann", role: "admin" });

    const made = await json<{ key: string; id: string; prefix: string }>(
      ["key", "create", "--kind", "agent", "--name", "ann's agent"],
      second.key,
    );
    using live = await follow(made.key);
    using laptop = await follow(first.key);
    using phone = await follow(second.key);
    const rotated = await json<{ key: string }>(
      ["key", "rotate", made.prefix, "--overlap", "2s"],
      second.key,
    );
    using next = await follow(rotated.key);
    const call = live.call("query", "agent.listMessages");
    await expect.poll(() => live.answers(call)[0]?.result?.type, SOON).toBe("data");
    await expect.poll(() => live.closed?.code, SOON).toBe(4401);
    expect(next.closed, "the new key goes on").toBeNull();

    const agent = apiClient(server.url, rotated.key);
    const { phoneNumber } = await agent.agent.getNumber.mutate({});
    const owner = apiClient(server.url, server.ownerKey);
    expect(await owner.member.remove.mutate({ member: "Ann" })).toMatchObject({ devices: 2, leases: 1 });
    const removed = new Stopwatch();
    const closed = () => [laptop, phone, next].map((socket) => socket.closed?.code ?? null);
    await expect.poll(closed, SOON).toEqual([4401, 4401, 4401]);
    expect(
      removed.ms(Math.max(...[laptop, phone, next].map(({ closed: end }) => end?.at ?? 0))),
    ).toBeLessThan(1_000);
    await expect(agent.agent.listMessages.query({})).rejects.toThrow("not valid here");
    const pool = await owner.number.list.query();
    expect(JSON.stringify(pool)).toContain(phoneNumber);
    expect(await json<unknown[]>(["device", "list"])).toEqual([]);

    const kept = [first.key, second.key, made.key, rotated.key].map((key) => key.slice(-43));
    const { stdout: record } = await agentpass(["audit", "list", "--limit", "200", "--json"]);
    const secrets = [...kept, link.slice(-43)];
    expect(record).toContain("member.removed");
    for (const where of [server.output, record])
      expect(secrets.filter((secret) => where.includes(secret))).toEqual([]);
  });
});

describe("pnpm agentpass key recover-owner", () => {
  test("makes a new owner's key beside a running server and beside a stopped one, on record", async () => {
    const lost = server.ownerKey;
    expect(await agentpass(["key", "recover-owner"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("--yes"),
    });
    expect(server.ownerKey, "nothing without a yes").toBe(lost);
    // The file may be gone, or hold anything.
    writeFileSync(
      path.join(server.dataFolder, "owner-key"),
      `ap_admin_${randomBytes(6).toString("hex")}_lost\n`,
    );
    const running = await agentpass(["key", "recover-owner", "--yes"]);
    expect(running, running.stderr).toMatchObject({ exitCode: 0 });
    const recovered = server.ownerKey;
    expect(running.stdout).not.toContain(recovered);
    expect(await json(["member", "list"])).toMatchObject([{ name: "Owner", role: "owner", you: true }]);

    await server.stop();
    const stopped = await agentpass(["key", "recover-owner", "--yes"]);
    expect(stopped, stopped.stderr).toMatchObject({ exitCode: 0 });
    await server.start();
    expect(server.ownerKey).not.toBe(recovered);
    const { stdout: record } = await agentpass(["audit", "list", "--json"]);
    expect(record.match(/owner_key\.recovered/g)).toHaveLength(2);
    expect(await agentpass(["audit", "verify"])).toMatchObject({ exitCode: 0 });
  });

  test("refuses a folder without a database, and makes none", async () => {
    const empty = path.join(server.dataFolder, "nothing-here");
    const end = await runProgram(CLI, ["key", "recover-owner", "--yes"], { AGENTPASS_DATA_DIR: empty });
    expect(end).toMatchObject({ exitCode: 5, stderr: expect.stringContaining("holds no database") });
    expect(existsSync(empty)).toBe(false);
    const away = await runProgram(CLI, ["key", "recover-owner", "--yes"], {
      AGENTPASS_DATA_DIR: empty,
      DATABASE_URL: "postgresql://nobody:canary@127.0.0.1:1/agentpass",
      AGENTPASS_MASTER_KEY: `k1:${randomBytes(32).toString("base64")}`,
    });
    expect(away).toMatchObject({ exitCode: 3, stderr: expect.stringContaining("nobody listens there") });
    expect(away.stderr).not.toContain("canary");
    expect(away.stderr).not.toContain("    at ");
  });
});
