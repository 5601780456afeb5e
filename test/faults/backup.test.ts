import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { generateMasterKey } from "../../server/src/crypto/key-ring.ts";
import { apiClient } from "../support/api-client.ts";
import { freePort } from "../support/free-port.ts";
import { History } from "../support/history.ts";
import { PairedDevice } from "../support/paired-device.ts";
import { RunningServer } from "../support/running-server.ts";
import { runProgram } from "../support/run-program.ts";
import { SmsLoad } from "../support/sms-load.ts";
import { verifies } from "../support/verifies.ts";

const NUMBER = "+15551234567";

let backups: string;
beforeAll(() => {
  backups = mkdtempSync(path.join(tmpdir(), "agentpass-backups-"));
});
afterAll(() => rmSync(backups, { recursive: true, force: true }));

const agentpass = (dataFolder: string, args: string[], env: Record<string, string> = {}) =>
  runProgram("server/src/cli/agentpass.ts", args, { AGENTPASS_DATA_DIR: dataFolder, ...env });

async function backUp(
  dataFolder: string,
  ...args: string[]
): Promise<{ archive: string; keys: string | null }> {
  const { exitCode, stdout, stderr } = await agentpass(dataFolder, ["backup", backups, "--json", ...args]);
  expect(exitCode, stderr).toBe(0);
  return JSON.parse(stdout) as { archive: string; keys: string | null };
}

/** A server that has not started, on an empty data folder. */
async function emptyServer(env: Record<string, string> = {}): Promise<RunningServer> {
  const server = new RunningServer({ env });
  chmodSync(server.dataFolder, 0o711);
  server.port = await freePort();
  return server;
}

/** What a key list shows of it: ap_device_0a1b2c3d4e5f. */
const prefixOf = (key: string): string => key.split("_").slice(0, 3).join("_");

/** The providers' ids of all its messages, newest first. */
async function messageIds({ url, ownerKey }: RunningServer): Promise<string[]> {
  const ids: string[] = [];
  for (let before: string | undefined; ;) {
    const page = await apiClient(url, ownerKey).message.list.query(before === undefined ? {} : { before });
    ids.push(...page.messages.map(({ id }) => id));
    if (page.nextBefore === undefined) return ids;
    before = page.nextBefore;
  }
}

test("a backup made under load, restored elsewhere, holds every message that was acknowledged before it", async () => {
  await using server = await RunningServer.start();
  const history = new History(new Map());
  const load = new SmsLoad({ servers: [server], history, numbers: [NUMBER] });
  load.start();
  await load.acknowledgedMore(30);
  const before = history.acknowledgedIds();
  const keysFile = path.join(backups, "keys.json");
  const { archive } = await backUp(server.dataFolder, "--keys", keysFile);
  await load.stop();
  expect(load.refused).toBe(0);
  for (const file of [archive, keysFile]) expect(statSync(file).mode & 0o777).toBe(0o600);

  await using other = await emptyServer();
  const refused = await agentpass(other.dataFolder, ["restore", archive, "--yes"]);
  expect(refused).toMatchObject({ exitCode: 6, stderr: expect.stringContaining("--keys <file>") });
  const restored = await agentpass(other.dataFolder, ["restore", archive, "--keys", keysFile, "--yes"]);
  expect(restored, restored.stderr).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/^Restored\./),
  });
  await other.start();
  expect(await messageIds(other)).toEqual(expect.arrayContaining(before));
  // Its record is whole, and what was erased for good stays so.
  const verified = await agentpass(other.dataFolder, ["audit", "verify"]);
  expect(verified, verified.stderr).toMatchObject({ exitCode: 0 });
});

test(
  verifies(
    "T18",
    "after a restore nothing of before works until an owner has looked: keys, leases, invitations, cursors",
  ),
  async () => {
    await using server = await RunningServer.start();
    const owner = apiClient(server.url, server.ownerKey);
    const kept = await owner.key.create.mutate({ kind: "agent", name: "kept" });
    const stolen = await owner.key.create.mutate({ kind: "agent", name: "stolen" });
    const { phoneNumber } = await apiClient(server.url, kept.key).agent.getNumber.mutate({});
    using device = await PairedDevice.pair(server.url, server.ownerKey);
    const oldOwnerKey = server.ownerKey;
    const { archive } = await backUp(server.dataFolder);
    await owner.key.revoke.mutate({ id: stolen.id });

    const running = await agentpass(server.dataFolder, ["restore", archive, "--replace", "--yes"]);
    expect(running).toMatchObject({ exitCode: 6, stderr: expect.stringContaining("stop it first") });
    await server.stop();
    const occupied = await agentpass(server.dataFolder, ["restore", archive, "--yes"]);
    expect(occupied).toMatchObject({ exitCode: 6, stderr: expect.stringContaining("--replace") });
    const restored = await agentpass(server.dataFolder, ["restore", archive, "--replace", "--yes"]);
    expect(restored, restored.stderr).toMatchObject({ exitCode: 0 });
    await server.start();

    // The thief's key was revoked after the backup, which does not know it: it must not come to life.
    for (const key of [kept.key, stolen.key, device.key, oldOwnerKey])
      await expect(apiClient(server.url, key).message.list.query({})).rejects.toThrow(/key confirm ap_/);
    const now = apiClient(server.url, server.ownerKey);
    expect(await now.lease.list.query({})).toEqual({ leases: [] });
    const { numbers } = await now.number.list.query({});
    expect(new Set(numbers.map(({ state }) => state))).toEqual(new Set(["quarantined"]));

    const listed = await agentpass(server.dataFolder, ["key", "list"]);
    expect(listed.stdout).toMatch(new RegExp(`${kept.prefix} .*to be confirmed`));
    const confirmed = await agentpass(server.dataFolder, [
      "key",
      "confirm",
      kept.prefix,
      prefixOf(device.key),
    ]);
    expect(confirmed, confirmed.stderr).toMatchObject({ exitCode: 0, stdout: "2 keys work again.\n" });
    const agent = apiClient(server.url, kept.key);
    expect((await agent.message.list.query({})).messages).toEqual([]);
    await expect(agent.agent.getNumber.mutate({})).rejects.toThrow(/free|number/i);
    await expect(apiClient(server.url, stolen.key).message.list.query({})).rejects.toThrow(/key confirm/);

    // Codes that were on their way to the agent belong to nobody now.
    expect(await server.sms(phoneNumber, "Your GitHub code is 482913")).toBe(200);
    expect((await agent.message.list.query({})).messages).toEqual([]);
    // A device that was away is told that its history is another one.
    device.feed.hurry();
    await vi.waitUntil(() => device.items.some(({ type }) => type === "gap"), {
      timeout: 20_000,
      interval: 20,
    });
  },
);

test("where AGENTPASS_MASTER_KEY is set, a backup goes by that key and makes none up", async () => {
  const env = { AGENTPASS_MASTER_KEY: generateMasterKey() };
  await using server = await RunningServer.start({ env });
  expect(await server.sms(NUMBER, "Your code is 482913")).toBe(200);
  const without = await agentpass(server.dataFolder, ["backup", backups]);
  expect(without).toMatchObject({ exitCode: 6, stderr: expect.stringContaining("AGENTPASS_MASTER_KEY") });

  const keysFile = path.join(backups, "configured-keys.json");
  const made = await agentpass(server.dataFolder, ["backup", backups, "--json", "--keys", keysFile], env);
  expect(made, made.stderr).toMatchObject({ exitCode: 0 });
  expect(existsSync(path.join(server.dataFolder, "master-key"))).toBe(false);
  const { archive } = JSON.parse(made.stdout) as { archive: string };
  // By the file of keys alone, and by the variable alone.
  for (const [args, variables] of [
    [["--keys", keysFile], {}],
    [[], env],
  ] as const) {
    await using other = await emptyServer(variables);
    const restored = await agentpass(other.dataFolder, ["restore", archive, ...args, "--yes"], variables);
    expect(restored, restored.stderr).toMatchObject({ exitCode: 0 });
  }
});

test("a restore that was cut short keeps servers away until it is finished", async () => {
  await using server = await RunningServer.start();
  const { archive } = await backUp(server.dataFolder);
  await server.stop();
  const cluster = path.join(server.dataFolder, "postgres", "cluster-18");
  // What a power cut between unpacking and settling leaves.
  writeFileSync(path.join(cluster, "manifest.json"), "{}");
  await expect(server.start()).rejects.toThrow(/agentpass restore --finish/);
  const finished = await agentpass(server.dataFolder, ["restore", "--finish", "--yes"]);
  expect(finished, finished.stderr).toMatchObject({ exitCode: 0 });
  await server.start();
  expect(existsSync(archive)).toBe(true);
});

test("a restore that was killed between taking the old database away and putting the new one there is no empty start", async () => {
  await using server = await RunningServer.start();
  const { archive } = await backUp(server.dataFolder);
  await server.stop();
  const cluster = path.join(server.dataFolder, "postgres", "cluster-18");
  renameSync(cluster, `${cluster}.replaced-2026-11-22T22-00-00-000Z`);
  await expect(server.start()).rejects.toThrow(/A restore was cut short/);
  const restored = await agentpass(server.dataFolder, ["restore", archive, "--yes"]);
  expect(restored, restored.stderr).toMatchObject({ exitCode: 0 });
  await server.start();
});

test("what a killed backup left is gone after the next, what another one is at is not", async () => {
  await using server = await RunningServer.start();
  await server.stop();
  const [abandoned, other] = ["killed", "under-way"].map((name) =>
    path.join(backups, `.agentpass-backup-${name}`),
  ) as [string, string];
  for (const folder of [abandoned, other]) mkdirSync(path.join(folder, "data"), { recursive: true });
  const half = path.join(backups, "agentpass-2026-01-01T00-00-00Z.tar.gz.partial");
  writeFileSync(half, "");
  const long = Date.now() / 1000 - 2 * 86_400;
  for (const one of [abandoned, half]) utimesSync(one, long, long);
  await backUp(server.dataFolder);
  expect([abandoned, half, other].map(existsSync)).toEqual([false, false, true]);
});

test("a damaged file is refused in words, and nothing is changed", async () => {
  await using server = await RunningServer.start();
  await server.stop();
  // A backup is made of a stopped server as well.
  const { archive } = await backUp(server.dataFolder);
  truncateSync(archive, statSync(archive).size - 1000);
  const text = path.join(backups, "text.tar.gz");
  writeFileSync(text, "not an archive");
  for (const [file, words] of [
    [archive, /damaged, cut off/],
    [text, /no backup|damaged/],
    [path.join(backups, "missing"), /missing/],
  ] as const) {
    const refused = await agentpass(server.dataFolder, ["restore", file, "--replace", "--yes"]);
    expect(refused).toMatchObject({ exitCode: expect.any(Number), stderr: expect.stringMatching(words) });
    expect(refused.exitCode).not.toBe(0);
  }
  expect(
    readdirSync(path.join(server.dataFolder, "postgres")).filter((name) => name.startsWith("cluster")),
  ).toEqual(["cluster-18"]);
  const key = readFileSync(path.join(server.dataFolder, "owner-key"), "utf8").trim();
  await server.start();
  expect(await apiClient(server.url, key).team.show.query()).toMatchObject({ name: "Development" });
});
