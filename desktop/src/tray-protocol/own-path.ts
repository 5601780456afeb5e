import type { Stats } from "node:fs";
import { lstat } from "node:fs/promises";
import { dirname } from "node:path";
import { fail } from "@agentpass/shared/problem";

/**
 * Whether something is at the socket's path that only this user can have put there. False where nothing is; throws a
 * ProblemError where the folder or the socket is another user's, or open to others. On Windows the name of a pipe has
 * no owner to look at, so it is only ever true.
 */
export async function isOwnSocket(path: string): Promise<boolean> {
  if (process.platform === "win32") return true;
  const folder = await look(dirname(path));
  if (folder === null) return false;
  refuseForeign(folder, dirname(path));
  if (!folder.isDirectory())
    fail("not_allowed", `${dirname(path)} is no folder. Remove it, and open AgentPass.`);
  if ((folder.mode & 0o077) !== 0)
    fail(
      "not_allowed",
      `The folder ${dirname(path)} is open to other users, so AgentPass's socket in it is not trusted. Close it (chmod 700), and open AgentPass again.`,
    );
  const socket = await look(path);
  if (socket === null) return false;
  refuseForeign(socket, path);
  if (!socket.isSocket()) fail("not_allowed", `${path} is no socket. Remove it, and open AgentPass again.`);
  return true;
}

function refuseForeign({ uid }: Stats, path: string): void {
  if (uid === process.getuid?.()) return;
  fail(
    "not_allowed",
    `${path} belongs to another user (uid ${uid}), so what answers there is not this user's AgentPass. Remove it, or set AGENTPASS_DATA_DIR to a folder of your own.`,
  );
}

async function look(path: string): Promise<Stats | null> {
  try {
    return await lstat(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    return fail(
      "not_allowed",
      `${path} cannot be looked at (${codeOf(error)}); let this user into its folder.`,
    );
  }
}

/** The system's code of an error, e.g. "ENOENT". */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
