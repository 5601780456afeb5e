import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Binaries } from "./binaries.ts";
import type { Cluster } from "./cluster.ts";
import { spawnAs } from "./database-user.ts";
import type { Endpoint } from "./endpoint.ts";

/** What a running PostgreSQL writes to `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  port: number;
  /** Its socket's folder, or an address where it has none (Windows). */
  host: string;
}

/** Reads `postmaster.pid`; null where there is none, or it is not complete yet. */
export function readPostmaster(dataFolder: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(path.join(dataFolder, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return null;
  }
  // Lines: pid, data directory, start time, port, socket folder, listen address (PostgreSQL's pidfile.h).
  const [pid, , , port, socketFolder, address] = lines;
  const host = socketFolder?.trim() || address?.trim();
  if (!host || !Number(pid) || !Number(port)) return null;
  return { pid: Math.abs(Number(pid)), port: Number(port), host };
}

export interface StartOptions {
  binaries: Binaries;
  cluster: Cluster;
  endpoint: Endpoint;
  logFile: string;
  /** Further settings, e.g. `fsync: "off"` in tests. */
  settings?: Readonly<Record<string, string>>;
  /** True: it outlives this process and its terminal's Ctrl-C, so that the server can drain first. */
  detached: boolean;
}

export interface StartedPostmaster {
  /** Resolves when the process has ended, with the tail of its log. */
  ended: Promise<string>;
}

/** Log lines hold no statements and no row values: codes and numbers pass through both. */
const quietLog = {
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_min_messages: "warning",
};

/** Starts `postgres` itself, with no program between, and returns at once; readiness shows by connecting. */
export function startPostmaster(options: StartOptions): StartedPostmaster {
  const { binaries, cluster, endpoint, logFile, detached } = options;
  const listen =
    process.platform === "win32"
      ? { listen_addresses: endpoint.host, unix_socket_directories: "" }
      : { listen_addresses: "", unix_socket_directories: endpoint.host, unix_socket_permissions: "0700" };
  const settings = { port: String(endpoint.port), ...listen, ...quietLog, ...options.settings };
  const args = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const log = openSync(logFile, sizeOf(logFile) > 1_000_000 ? "w" : "a", 0o600);
  const child = spawn(binaries.program("postgres"), ["-D", cluster.dataFolder, ...args], {
    ...spawnAs(cluster.user),
    cwd: path.dirname(cluster.dataFolder),
    detached,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  if (detached) child.unref();
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", () => resolve(lastLine(logFile)));
  });
  return { ended };
}

/** How PostgreSQL is asked to end: `fast` rolls open transactions back, `immediate` leaves recovery to the next start. */
export async function stopPostmaster(
  postmaster: Postmaster,
  { binaries, cluster }: { binaries: Binaries; cluster: Cluster },
): Promise<void> {
  if (process.platform === "win32") {
    const args = ["stop", "-D", cluster.dataFolder, "-m", "fast", "-w"];
    const child = spawn(binaries.program("pg_ctl"), args, { stdio: "ignore" });
    await new Promise((resolve) => child.once("close", resolve).once("error", resolve));
    return;
  }
  signal(postmaster.pid, "SIGINT");
  if (await endsWithin(postmaster.pid, 20_000)) return;
  signal(postmaster.pid, "SIGQUIT");
  await endsWithin(postmaster.pid, 5000);
}

/** True where a process with this id is there, ours or another user's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Removes a `postmaster.pid` whose process id now belongs to another program, as after a container's restart;
 * PostgreSQL itself refuses to start over it. Call it only after connecting has shown that nobody listens.
 */
export function removeStalePidFile(dataFolder: string): void {
  const postmaster = readPostmaster(dataFolder);
  if (!postmaster || !isAlive(postmaster.pid) || isRunningPostgres(postmaster)) return;
  rmSync(path.join(dataFolder, "postmaster.pid"), { force: true });
}

/** False where the process has ended, or its id belongs to a program that is not PostgreSQL. */
export function isRunningPostgres({ pid }: Postmaster): boolean {
  return isAlive(pid) && programOf(pid)?.includes("postgres") !== false;
}

/** The command line of a process; undefined where the system does not tell. */
function programOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return undefined;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended by itself.
  }
}

async function endsWithin(pid: number, ms: number): Promise<boolean> {
  const end = performance.now() + ms;
  while (isAlive(pid)) {
    if (performance.now() > end) return false;
    await pause(10);
  }
  return true;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function lastLine(file: string): string {
  return readFileSync(file, "utf8").trimEnd().split("\n").at(-1) ?? "";
}
