import { readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import { fail } from "@agentpass/shared/problem";

/** The system user that PostgreSQL runs as where the server is root (PostgreSQL refuses root); null: the server's own. */
export type DatabaseUser = { name: string; uid: number; gid: number } | null;

/** In this order: one made for us, then PostgreSQL's own on Debian and macOS, then the one every system has. */
const candidates = ["agentpass", "postgres", "_postgres", "nobody"];

/** Chooses the database's user. A user without an entry in the password file will not do: initdb looks its name up. */
export function chooseDatabaseUser(passwordFile = "/etc/passwd"): DatabaseUser {
  if (process.getuid?.() !== 0) return null;
  const users = readFileSync(passwordFile, "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of candidates) {
    const [, , uid, gid] = users.find(([user]) => user === name) ?? [];
    if (Number(uid) > 0 && Number(gid) > 0) return { name, uid: Number(uid), gid: Number(gid) };
  }
  return fail(
    "unavailable",
    `PostgreSQL does not run as root and there is no user ${candidates.join(", ")} to run it as: add one (useradd --system agentpass), or start the server as an ordinary user.`,
  );
}

/** The user that owns an existing cluster, which may be another than the one chosen for a new one. */
export function ownerOf(folder: string): DatabaseUser {
  const { uid, gid } = statSync(folder);
  return process.getuid?.() === 0 && uid !== 0 ? { name: String(uid), uid, gid } : null;
}

/** True where `user` may pass through every folder down to `folder`. Access control lists are not looked at. */
export function canReach(folder: string, user: DatabaseUser): boolean {
  if (!user) return true;
  for (let at = realpathSync(folder); ; at = path.dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
    if (((mode >> shift) & 1) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

/** Options for `spawn` that make a child run as `user`, with none of the server's environment (it holds secrets). */
export function spawnAs(user: DatabaseUser): { uid?: number; gid?: number; env: Record<string, string> } {
  return { ...(user ? { uid: user.uid, gid: user.gid } : {}), env: { LC_ALL: "C", TZ: "UTC" } };
}
