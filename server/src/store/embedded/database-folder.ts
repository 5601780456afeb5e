import * as fs from "node:fs";
import path from "node:path";
import { fail } from "@agentpass/shared/problem";
import { canReach, type DatabaseUser } from "./database-user.ts";

/** Beside root's default data folder; the only place a root server may use that every system user can reach. */
const FAR_PARENT = "/var/lib/agentpass-databases";

/**
 * The folder of programs, cluster and socket: `<data folder>/postgres`. A root server whose data folder lies where
 * the database's user cannot reach it (under /root, say) gets a folder under {@link FAR_PARENT} instead, and
 * `<data folder>/postgres-folder` says which.
 */
export function databaseFolder(dataFolder: string, user: DatabaseUser): string {
  const record = path.join(dataFolder, "postgres-folder");
  if (fs.existsSync(record)) return recorded(record);
  const near = path.join(dataFolder, "postgres");
  fs.mkdirSync(near, { recursive: true });
  fs.chmodSync(near, user ? 0o711 : 0o700);
  if (canReach(near, user)) return near;
  if (fs.readdirSync(near).some((name) => name.startsWith("cluster-")))
    fail(
      "unavailable",
      `The embedded database in ${near} cannot be reached by the user it runs as (${user?.name}): let others pass through the folders above it (chmod o+x).`,
    );
  fs.rmSync(near, { recursive: true });
  return makeFar(record);
}

function recorded(record: string): string {
  const folder = fs.readFileSync(record, "utf8").trim();
  if (!fs.existsSync(folder))
    fail(
      "unavailable",
      `${record} names ${folder}, which is not there: put it back from a backup, or remove ${record} to begin with an empty database.`,
    );
  return folder;
}

/** The record is linked into place whole, so that of two first starts both read the first one's. */
function makeFar(record: string): string {
  fs.mkdirSync(FAR_PARENT, { recursive: true });
  fs.chmodSync(FAR_PARENT, 0o711);
  const made = fs.mkdtempSync(path.join(FAR_PARENT, "database-"));
  fs.chmodSync(made, 0o711);
  const half = `${record}.${path.basename(made)}`;
  fs.writeFileSync(half, made, { flush: true, mode: 0o600 });
  try {
    fs.linkSync(half, record);
    return made;
  } catch {
    fs.rmSync(made, { recursive: true });
    return recorded(record);
  } finally {
    fs.rmSync(half);
  }
}

/** Removes copies and clusters that a killed first start left half-made; ten minutes spare one that is at work. */
export function removeAbandoned(folder: string): void {
  for (const name of fs.readdirSync(folder)) {
    if (!/\.(copy|new)-\w{6}$/.test(name)) continue;
    const half = path.join(folder, name);
    if (Date.now() - fs.statSync(half).mtimeMs > 600_000) fs.rmSync(half, { recursive: true, force: true });
  }
}
