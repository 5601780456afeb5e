import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";

const usage = z.object({ heapUsed: z.number(), external: z.number(), rss: z.number() });

/** Bytes that a server holds when its garbage is collected. */
export interface ServerMemory {
  /** JavaScript's objects and the buffers beside them. */
  held: number;
  /** Of the process, with what V8 keeps in reserve. */
  resident: number;
}

const PATIENCE_MS = 20_000;

/** Node's option that loads the probe, which answers into `folder`. */
export function probeOption(folder: string): string {
  const probe = new URL("memory-probe.ts", import.meta.url);
  probe.searchParams.set("folder", folder);
  return `--import=${probe.href}`;
}

/** Asks the probe in a server. */
export async function memoryOf(pid: number, folder: string): Promise<ServerMemory> {
  const file = join(folder, `${pid}.json`);
  process.kill(pid, "SIGUSR2");
  for (let waited = 0; !existsSync(file); waited += 20) {
    if (waited > PATIENCE_MS) throw new Error("the server's memory probe did not answer");
    await pause(20);
  }
  const { heapUsed, external, rss } = usage.parse(JSON.parse(readFileSync(file, "utf8")));
  rmSync(file);
  return { held: heapUsed + external, resident: rss };
}
