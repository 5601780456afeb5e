import { execFile } from "node:child_process";
import { fstatSync } from "node:fs";
import { readFile, readlink } from "node:fs/promises";
import type { Socket } from "node:net";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * What the system says of the process at the other end of a socket, which it cannot claim itself: its program, and the one
 * that started it, which is the MCP client. Null where that cannot be told: everywhere but on Linux, or without `ss`.
 */
export async function peerProgram(socket: Socket): Promise<string | null> {
  const inode = inodeOf(socket);
  if (process.platform !== "linux" || inode === null) return null;
  try {
    const { stdout } = await run("ss", ["-xpnH"], {
      timeout: 2_000,
      env: { PATH: "/usr/bin:/bin:/usr/sbin:/sbin" },
      maxBuffer: 8_388_608,
    });
    const pid = pidOfPeer(stdout, inode);
    return pid === null ? null : await describeProcess(pid);
  } catch {
    return null;
  }
}

/**
 * The process at the other end, from the lines of `ss -xpnH`: type, state, two queues, own address and inode, the peer's
 * address and inode, processes.
 */
export function pidOfPeer(lines: string, inode: number): number | null {
  const rows = lines.split("\n").map((line) => line.trim().split(/\s+/));
  const peer = rows.find((row) => row[5] === String(inode))?.[7];
  if (peer === undefined || peer === "0") return null;
  const users =
    rows
      .find((row) => row[5] === peer)
      ?.slice(8)
      .join(" ") ?? "";
  const [, pid] = /pid=(\d+)/.exec(users) ?? [];
  return pid === undefined ? null : Number(pid);
}

async function describeProcess(pid: number): Promise<string> {
  const program = await readlink(`/proc/${pid}/exe`);
  const [, parent] = /^PPid:\s*(\d+)$/m.exec(await readFile(`/proc/${pid}/status`, "utf8")) ?? [];
  const starter = await readlink(`/proc/${parent}/exe`).catch(() => null);
  const own = `${program} (process ${pid})`;
  return starter === null ? own : `${own}, started by ${starter} (process ${parent})`;
}

/** Node has no public way to a socket's descriptor. */
function inodeOf(socket: Socket): number | null {
  const handle: unknown = "_handle" in socket ? socket._handle : null;
  if (typeof handle !== "object" || handle === null || !("fd" in handle)) return null;
  const { fd } = handle;
  return typeof fd === "number" && fd >= 0 ? fstatSync(fd).ino : null;
}
