import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { WebSocket } from "ws";
import { SETTLE_MS, type Contender } from "./contender.ts";

/** How the attempts known so far look for messages. */
const POLL_MS = 2_000;

export interface Floor extends AsyncDisposable {
  contenders: Contender[];
}

/** Starts the floor server and its clients. */
export async function startFloor(): Promise<Floor> {
  const folder = mkdtempSync(join(tmpdir(), "agentpass-bench-floor-"));
  chmodSync(folder, 0o711);
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL("floor-server.ts", import.meta.url)), folder],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  const [line] = (await once(createInterface(child.stdout), "line")) as [string];
  const base = `127.0.0.1:${(JSON.parse(line) as { port: number }).port}`;
  const socket = new WebSocket(`ws://${base}`);
  await once(socket, "open");
  const post = (path: string, code: string) =>
    fetch(`http://${base}${path}`, { method: "POST", body: new URLSearchParams({ Body: code }) }).then(
      (response) => response.text(),
    );

  const pushed = (name: string, path: string): Contender => ({
    name,
    every: 1,
    async deliver(code) {
      await pause(SETTLE_MS);
      const arrived = once(socket, "message");
      const start = performance.now();
      const [data] = (await Promise.all([arrived, post(path, code)]))[0] as [Buffer];
      return { ms: performance.now() - start, code: data.toString() };
    },
    [Symbol.asyncDispose]: async () => {},
  });
  return {
    contenders: [
      pushed("raw ws, no store", "/raw"),
      pushed("raw ws, one fsynced insert", "/stored"),
      poller(base, post),
    ],
    async [Symbol.asyncDispose]() {
      socket.terminate();
      child.stdin.end();
      await once(child, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function poller(base: string, post: (path: string, code: string) => Promise<string>): Contender {
  let after = "0";
  const look = async (): Promise<string | undefined> => {
    const rows = (await (await fetch(`http://${base}/messages?after=${after}`)).json()) as {
      id: string;
      body: string;
    }[];
    after = rows.at(-1)?.id ?? after;
    return rows.at(-1)?.body;
  };
  return {
    name: `poll every ${POLL_MS / 1000} s`,
    every: 25,
    async deliver(code) {
      await look();
      // The message comes at any moment between two looks.
      const untilNext = Math.random() * POLL_MS;
      const start = performance.now();
      await post("/poll", code);
      await pause(untilNext);
      for (;;) {
        const found = await look();
        if (found !== undefined) return { ms: performance.now() - start, code: found };
        await pause(POLL_MS);
      }
    },
    [Symbol.asyncDispose]: async () => {},
  };
}
