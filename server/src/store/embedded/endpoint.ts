import * as fs from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { canReach, type DatabaseUser } from "./database-user.ts";

/** Where PostgreSQL listens: a socket's folder, or an address on Windows, and the port, which also names the socket. */
export interface Endpoint {
  host: string;
  port: number;
}

/** A Unix socket's path has 108 bytes with its end mark on Linux, 104 on macOS (sys/un.h); one limit for both. */
const LONGEST_SOCKET_PATH = 103;
const PORT = 5432;
const SOCKET_NAME = `.s.PGSQL.${PORT}`;

/**
 * Where PostgreSQL shall listen: a Unix socket in a 0700 folder of the database's user, so that no other user can
 * even connect. The folder is `<folder>/socket`, or, where that path is too long, a short one in the temporary
 * folder, recorded in `<folder>/socket-folder`. Windows has no such sockets in PostgreSQL's node driver: there it is
 * a free loopback port, with the random password as the only guard.
 */
export async function chooseEndpoint(folder: string, user: DatabaseUser): Promise<Endpoint> {
  if (process.platform === "win32") return { host: "127.0.0.1", port: await freePort() };
  const near = path.join(folder, "socket");
  if (Buffer.byteLength(path.join(near, SOCKET_NAME)) <= LONGEST_SOCKET_PATH) {
    fs.mkdirSync(near, { recursive: true });
    return { host: give(near, user), port: PORT };
  }
  return { host: farFolder(path.join(folder, "socket-folder"), user), port: PORT };
}

/** Removes the short folder of a PostgreSQL that has been stopped. */
export function releaseEndpoint(folder: string, { host }: Endpoint): void {
  const record = path.join(folder, "socket-folder");
  if (!fs.existsSync(record) || fs.readFileSync(record, "utf8") !== host) return;
  fs.rmSync(host, { recursive: true, force: true });
  fs.rmSync(record);
}

function farFolder(record: string, user: DatabaseUser): string {
  const recorded = fs.existsSync(record) ? fs.readFileSync(record, "utf8").trim() : "";
  if (recorded && isOurs(recorded, user)) return recorded;
  const parent = [tmpdir(), "/tmp"].find(
    (place) =>
      fs.existsSync(place) && canReach(place, user) && Buffer.byteLength(place) + 40 <= LONGEST_SOCKET_PATH,
  );
  const made = fs.mkdtempSync(path.join(parent ?? "/tmp", "agentpass-"));
  fs.writeFileSync(record, made);
  return give(made, user);
}

/** The temporary folder is everyone's: somebody may have put his own folder where ours was. */
function isOurs(folder: string, user: DatabaseUser): boolean {
  const found = fs.lstatSync(folder, { throwIfNoEntry: false });
  const owner = user?.uid ?? process.getuid?.();
  return found?.isDirectory() === true && found.uid === owner && (found.mode & 0o077) === 0;
}

function give(folder: string, user: DatabaseUser): string {
  fs.chmodSync(folder, 0o700);
  if (user) fs.chownSync(folder, user.uid, user.gid);
  return folder;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
