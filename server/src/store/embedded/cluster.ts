import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, chown, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import path from "node:path";
import { fail } from "@agentpass/shared/problem";
import { Secret } from "@agentpass/shared/secret";
import { renameUnlessThere, type Binaries } from "./binaries.ts";
import { ownerOf, spawnAs, type DatabaseUser } from "./database-user.ts";

/** PostgreSQL's superuser in the embedded database. */
export const SUPERUSER = "agentpass_owner";

/** A database cluster on disk, with the password made for it. */
export interface Cluster {
  /** PostgreSQL's data directory, 0700, owned by {@link Cluster.user}. */
  dataFolder: string;
  password: Secret;
  user: DatabaseUser;
}

interface ClusterPlan {
  binaries: Binaries;
  /** Where `cluster-<major>` lies. */
  folder: string;
  user: DatabaseUser;
  /** False only in tests: a cluster that may be lost with the machine. */
  durable: boolean;
  /** Called when there is nothing to do but wait for initdb. */
  onWaiting?: () => void;
}

/** Opens the folder's cluster, making it at first. Of two processes at once, one makes it and both open that one. */
export async function openCluster(plan: ClusterPlan): Promise<Cluster> {
  const folder = path.join(plan.folder, `cluster-${plan.binaries.major}`);
  if (!existsSync(folder)) {
    await refuseOtherCluster(plan);
    await makeCluster(plan, folder);
  }
  const dataFolder = path.join(folder, "data");
  try {
    const password = (await readFile(path.join(folder, "password"), "utf8")).trim();
    return { dataFolder, password: new Secret(password), user: ownerOf(dataFolder) };
  } catch (error) {
    return fail(
      "unavailable",
      `The embedded database in ${folder} cannot be opened (${(error as NodeJS.ErrnoException).code ?? "unreadable"}): start the server as the user that owns this folder.`,
    );
  }
}

/** PostgreSQL reads clusters of its own major version only; an empty new one beside the old would look like data loss. */
async function refuseOtherCluster({ folder, binaries }: ClusterPlan): Promise<void> {
  const names = existsSync(folder) ? await readdir(folder) : [];
  // A restore that was killed between the two renames that put the backup in the database's place.
  const aside = names.find((name) => name.startsWith(`cluster-${binaries.major}.replaced-`));
  if (aside)
    fail(
      "unavailable",
      `A restore was cut short: the database before it lies in ${path.join(folder, aside)}. Run agentpass restore with the backup's file again, or rename that folder to cluster-${binaries.major} to go on with it.`,
    );
  const other = names.find((name) => /^cluster-\d+$/.test(name));
  if (other)
    fail(
      "unavailable",
      `${path.join(folder, other)} belongs to PostgreSQL ${other.slice("cluster-".length)} and this is PostgreSQL ${binaries.major}: start the version of AgentPass SMS that made it, or move it away to begin with an empty database.`,
    );
}

/** Password and data are renamed into place together, so that there is never one without the other. */
async function makeCluster(plan: ClusterPlan, folder: string): Promise<void> {
  refuseNameless();
  const half = await mkdtemp(`${folder}.new-`);
  try {
    await chmod(half, plan.user ? 0o711 : 0o700);
    const password = randomBytes(24).toString("base64url");
    await writeFile(path.join(half, "password"), `${password}\n`, { mode: 0o600, flush: plan.durable });
    await runInitdb(plan, { half, password });
    await renameUnlessThere(half, folder);
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

/** initdb looks up the name of the user that runs it, which `docker run --user 1234` may have given none. */
function refuseNameless(): void {
  try {
    userInfo();
  } catch {
    fail(
      "unavailable",
      `PostgreSQL needs a name for the user that it runs as, and user ${process.getuid?.()} has none in /etc/passwd: start the server as a user that has (a container without --user), or set DATABASE_URL.`,
    );
  }
}

async function runInitdb(
  plan: ClusterPlan,
  { half, password }: { half: string; password: string },
): Promise<void> {
  const data = path.join(half, "data");
  const passwordForInitdb = path.join(half, "initdb-password");
  await mkdir(data, { mode: 0o700 });
  await writeFile(passwordForInitdb, password, { mode: 0o600 });
  if (plan.user)
    for (const file of [data, passwordForInitdb]) await chown(file, plan.user.uid, plan.user.gid);
  const program = plan.binaries.program("initdb");
  const options = {
    pgdata: data,
    username: SUPERUSER,
    pwfile: passwordForInitdb,
    auth: "scram-sha-256",
    encoding: "UTF8",
    locale: "C",
    "locale-provider": "builtin",
    "builtin-locale": "C.UTF-8",
    // POSIX shared memory is tiny in containers (64 MB in Docker's /dev/shm); toolchain.md.
    set: "dynamic_shared_memory_type=mmap",
  };
  const args = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
  if (!plan.durable) args.push("--no-sync");
  const child = spawn(program, args, {
    ...spawnAs(plan.user),
    cwd: half,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const errors: string[] = [];
  child.stderr.setEncoding("utf8").on("data", (text: string) => errors.push(text));
  plan.onWaiting?.();
  const outcome = await new Promise<string | number | null>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", resolve);
  });
  await rm(passwordForInitdb, { force: true });
  if (outcome !== 0)
    fail(
      "unavailable",
      `The embedded database could not be made in ${half} (initdb: ${errors.join("").trim() || String(outcome)}): free disk space or give another AGENTPASS_DATA_DIR, or set DATABASE_URL.`,
    );
}
