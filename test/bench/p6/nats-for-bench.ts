import { spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants } from "node:fs";
import { connect } from "node:net";
import { delimiter, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { freePort } from "../../support/free-port.ts";

/** Where Debian puts it is not on every user's path. */
const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin"];

const counters = z.object({ in_msgs: z.number() });

export interface Nats extends AsyncDisposable {
  url: string;
  /** How many messages were published over it so far. */
  published: () => Promise<number>;
}

/** A NATS of its own on this machine, or null where there is none to start. */
export async function startNats(): Promise<Nats | null> {
  const command = folders.map((folder) => join(folder, "nats-server")).find(isExecutable);
  if (command === undefined) return null;
  const port = await freePort();
  const monitor = await freePort();
  const ports = ["--port", String(port), "--http_port", String(monitor)];
  const child = spawn(command, ["--addr", "127.0.0.1", ...ports], { stdio: "ignore" });
  while (!(await listens(port))) {
    if (child.exitCode !== null) throw new Error(`nats-server ended with ${child.exitCode}`);
    await pause(20);
  }
  return {
    url: `nats://127.0.0.1:${port}`,
    published: async () => {
      const response = await fetch(`http://127.0.0.1:${monitor}/varz`);
      return counters.parse(await response.json()).in_msgs;
    },
    async [Symbol.asyncDispose]() {
      const ended = once(child, "exit");
      child.kill();
      await ended;
    },
  };
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function listens(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
