import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { chmod, chown, mkdir, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openDataFolder } from "../config/data-folder.ts";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "./embedded-postgres.ts";
import { canReach, chooseDatabaseUser } from "./embedded/database-user.ts";
import { readPostmaster } from "./embedded/postmaster.ts";
import { verifies } from "../../../test/support/verifies.ts";

const isRoot = process.getuid?.() === 0;
const ownerProgram = fileURLToPath(
  new URL("../../../test/support/embedded-postgres-owner.ts", import.meta.url),
);

const folders: string[] = [];
let folder: string;
let running: EmbeddedPostgres[];
let owners: ChildProcess[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "agentpass-embedded-"));
  folders.push(folder);
  await openDataFolder(folder);
  [running, owners] = [[], []];
});

afterEach(async () => {
  await Promise.all(owners.map(stopOwner));
  await Promise.all(running.map((postgres) => postgres.stop()));
  // What a killed owner left running and no test adopted.
  const left = readPostmaster(dataOf(folder));
  if (left) process.kill(left.pid, "SIGQUIT");
  await vi.waitUntil(() => readPostmaster(dataOf(folder)) === null, 10_000);
});

// At the end, since ext4 makes new files slowly for 5 s after many were deleted (recently_deleted() in ialloc.c).
afterAll(() => Promise.all(folders.map((made) => rm(made, { recursive: true, force: true }))));

const dataOf = (dataFolder: string) => path.join(dataFolder, "postgres", "cluster-18", "data");
const pidOf = (dataFolder: string) => readPostmaster(dataOf(dataFolder))?.pid;

async function start(dataFolder = folder): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataFolder });
  running.push(postgres);
  return postgres;
}

interface Access {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}

const accessOf = ({ connection }: EmbeddedPostgres): Access => ({
  ...connection,
  password: connection.password.reveal(),
});

async function query(access: Access, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client(access);
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

type OwnerAnswer =
  | { postgres: { connection: Access; pid: number }; error?: never }
  | { error: string; postgres?: never };

/** Starts another process that owns the folder's database, and gives what it says. */
async function startOwner(...args: string[]): Promise<{ child: ChildProcess; answer: OwnerAnswer }> {
  const child = spawn(process.execPath, [ownerProgram, ...args], {
    stdio: ["pipe", "pipe", "inherit"],
    detached: true,
  });
  owners.push(child);
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { child, answer: JSON.parse(line) as OwnerAnswer };
}

async function stopOwner(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.stdin?.end();
  await ended;
}

describe("the embedded PostgreSQL", () => {
  it("keeps what was committed over a stop and a start", async () => {
    const first = await start();
    await query(accessOf(first), "CREATE TABLE kept AS SELECT 42 AS answer");
    await first.stop();
    expect(pidOf(folder)).toBeUndefined();
    const second = await start();
    expect(await query(accessOf(second), "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
    expect(await query(accessOf(second), "SHOW fsync")).toEqual([{ fsync: "on" }]);
  });

  it("lets nobody in but by its socket in a 0700 folder and its password", async () => {
    const postgres = await start();
    const access = accessOf(postgres);
    expect(await query(access, "SHOW listen_addresses")).toEqual([{ listen_addresses: "" }]);
    expect((await stat(access.host)).mode & 0o777).toBe(0o700);
    expect((await stat(dataOf(folder))).mode & 0o777).toBe(0o700);
    const password = path.join(folder, "postgres", "cluster-18", "password");
    expect((await stat(password)).mode & 0o777).toBe(0o600);
    await expect(query({ ...access, password: "wrong" }, "SELECT")).rejects.toThrow(
      /password authentication failed/,
    );
    await expect(query({ ...access, password: "" }, "SELECT")).rejects.toThrow(/password/);
  });

  it.runIf(process.platform === "linux")("gives PostgreSQL none of the server's environment", async () => {
    vi.stubEnv("TWILIO_AUTH_TOKEN", "canary-4711");
    await start();
    vi.unstubAllEnvs();
    expect(readFileSync(`/proc/${pidOf(folder)}/environ`, "utf8")).not.toContain("canary-4711");
  });

  it(verifies("F15", "is adopted after a kill -9 of its server, with all that was committed"), async () => {
    const { child, answer } = await startOwner(folder);
    if (!answer.postgres) throw new Error(answer.error);
    await query(answer.postgres.connection, "CREATE TABLE kept AS SELECT 42 AS answer");
    child.kill("SIGKILL");
    await once(child, "exit");
    const adopted = await start();
    expect(pidOf(folder)).toBe(answer.postgres.pid);
    expect(await query(accessOf(adopted), "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
    await adopted.stop();
    expect(pidOf(folder)).toBeUndefined();
  });

  it(verifies("F15", "refuses a second server on the folder in one line that names the first"), async () => {
    const first = await start();
    const { answer } = await startOwner(folder);
    expect(answer.error).toBe(
      `Another AgentPass server (process ${process.pid}) already uses the data folder ${folder}: stop it, or give this one another AGENTPASS_DATA_DIR.`,
    );
    expect(await query(accessOf(first), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("serves one of two first starts at once and refuses the other", async () => {
    const both = await Promise.all([startOwner(folder), startOwner(folder)]);
    const [served, refused] = both.toSorted((a) => (a.answer.postgres ? -1 : 1));
    expect(refused?.answer.error).toContain(`(process ${served?.child.pid}) already uses`);
    const access = served?.answer.postgres?.connection;
    expect(access && (await query(access, "SELECT 1 AS one"))).toEqual([{ one: 1 }]);
    expect(await readdir(path.join(folder, "postgres"))).not.toContainEqual(
      expect.stringMatching(/\.(new|copy)-/),
    );
  });

  it("is started again when it is killed, and recovers what was committed", async () => {
    const postgres = await start();
    await query(accessOf(postgres), "CREATE TABLE kept AS SELECT 42 AS answer");
    const killed = pidOf(folder) ?? 0;
    process.kill(killed, "SIGKILL");
    await vi.waitFor(() => expect(pidOf(folder)).not.toBe(killed), 20_000);
    const rows = await vi.waitFor(() => query(accessOf(postgres), "SELECT answer FROM kept"), 20_000);
    expect(rows).toEqual([{ answer: 42 }]);
    const { answer } = await startOwner(folder);
    expect(answer.error).toContain("already uses the data folder");
  });

  it.runIf(process.platform === "linux")("is out of reach of the terminal's Ctrl-C", async () => {
    const { child, answer } = await startOwner(folder);
    const [, afterName = ""] = readFileSync(`/proc/${answer.postgres?.pid}/stat`, "utf8").split(") ");
    const processGroup = Number(afterName.split(" ")[2]);
    expect(processGroup).toBe(answer.postgres?.pid);
    expect(processGroup).not.toBe(child.pid);
  });

  it.each([
    ["of a process that has ended", 2 ** 22 - 1],
    ["whose process id now belongs to another program", process.pid],
  ])("starts over a postmaster.pid %s", async (_, pid) => {
    await (await start()).stop();
    const data = dataOf(folder);
    const socketFolder = path.join(folder, "postgres", "socket");
    await writeFile(path.join(data, "postmaster.pid"), `${pid}\n${data}\n1\n5432\n${socketFolder}\n\n`);
    const { uid, gid } = await stat(data);
    await chown(path.join(data, "postmaster.pid"), uid, gid);
    expect(await query(accessOf(await start()), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });

  it("works in a folder whose path is too long for a socket", async () => {
    const long = path.join(folder, "long".repeat(30));
    await openDataFolder(long);
    const postgres = await start(long);
    expect(await query(accessOf(postgres), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    const { host } = postgres.connection;
    expect((await stat(host)).mode & 0o777).toBe(0o700);
    await postgres.stop();
    expect(existsSync(host)).toBe(false);
  });

  it("refuses a cluster of another major version instead of beginning an empty one", async () => {
    await mkdir(path.join(folder, "postgres", "cluster-17"), { recursive: true });
    await expect(start()).rejects.toThrow(/cluster-17 belongs to PostgreSQL 17 and this is PostgreSQL 18/);
  });

  it.runIf(isRoot)("works for root under a parent that only root can enter", async () => {
    const below = path.join(folder, "closed", "data");
    await openDataFolder(below);
    await chmod(path.dirname(below), 0o700);
    const postgres = await start(below);
    expect(await query(accessOf(postgres), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await postgres.stop();
    const far = readFileSync(path.join(below, "postgres-folder"), "utf8");
    expect(await query(accessOf(await start(below)), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
    await running.at(-1)?.stop();
    await rm(far, { recursive: true });
    await expect(start(below)).rejects.toThrow(/is not there: put it back/);
  });

  const user = chooseDatabaseUser();
  const checkout = path.dirname(ownerProgram);
  it.runIf(isRoot && user && canReach(checkout, user))("works for an ordinary user", async () => {
    if (!user) return;
    await chown(folder, user.uid, user.gid);
    await chmod(folder, 0o700);
    const { answer } = await startOwner(folder, String(user.uid));
    const access = answer.postgres?.connection;
    expect(access && (await query(access, "SELECT 1 AS one"))).toEqual([{ one: 1 }]);
    expect((await stat(path.join(folder, "postgres", "cluster-18", "password"))).uid).toBe(user.uid);
  });
});
