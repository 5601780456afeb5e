import { fail } from "@agentpass/shared/problem";
import { chmod, lstat, mkdir, rm } from "node:fs/promises";
import type { Server } from "node:net";
import { dirname } from "node:path";
import { codeOf, isOwnSocket } from "../../tray-protocol/own-path.ts";
import { probe } from "../../tray-protocol/probe.ts";

/**
 * Lets the server listen at the path, for this user only. A socket that a killed tray left behind is removed, one that
 * answers is not. Rejects with a ProblemError: another tray runs, or what lies there is not ours.
 */
export async function listenForOwnUser(server: Server, path: string): Promise<void> {
  if (process.platform !== "win32") await makeRoom(path);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(path, () => {
      server.off("error", reject);
      resolve();
    });
  }).catch((error: unknown) => {
    if (codeOf(error) === "EADDRINUSE") failAnotherTray(path);
    fail(
      "unavailable",
      `AgentPass cannot listen at ${path} (${codeOf(error)}), so MCP clients cannot reach it.`,
    );
  });
  // The folder keeps others out from the first moment on.
  if (process.platform !== "win32") await chmod(path, 0o600);
}

async function makeRoom(path: string): Promise<void> {
  const folder = dirname(path);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // One of ours that was opened to others is closed again; only its owner can do that.
    if ((await lstat(folder)).uid === process.getuid?.()) await chmod(folder, 0o700);
  } catch (error) {
    fail(
      "unavailable",
      `The folder ${folder} cannot be made (${codeOf(error)}), so MCP clients cannot reach AgentPass. Let this user write there, or give another AGENTPASS_DATA_DIR.`,
    );
  }
  if (!(await isOwnSocket(path))) return;
  const tried = await inode(path);
  if ((await probe(path)) !== "ECONNREFUSED") failAnotherTray(path);
  // Where another start was quicker, what lies there now is its socket and not the one that was tried.
  if ((await inode(path)) !== tried) failAnotherTray(path);
  await rm(path, { force: true });
}

/** Null where nothing is there. */
async function inode(path: string): Promise<number | null> {
  return lstat(path).then(
    ({ ino }) => ino,
    () => null,
  );
}

function failAnotherTray(path: string): never {
  return fail(
    "conflict",
    `Another AgentPass of this user is open already and answers at ${path}. Use that one, or quit it first.`,
  );
}
