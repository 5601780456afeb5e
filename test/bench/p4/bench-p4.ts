/** P4: memory that a server holds for each idle subscriber, beside raw `ws` and stock tRPC. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { number, type Report } from "../report.ts";
import { startAgentPass, startRival, type Contender } from "../sockets/contenders.ts";
import { Crowd } from "../sockets/crowd.ts";
import { median } from "../statistics.ts";
import { memoryOf, probeOption, type ServerMemory } from "./memory-of-server.ts";

export interface P4Options {
  rounds: number;
  /** Ascending. */
  sizes: readonly number[];
}

/** Connected before anything is measured: what the first ones cost is not theirs. */
const WARM_UP = 100;

const kinds = ["agentpass", "raw", "socket.io", "trpc"] as const;
type Kind = (typeof kinds)[number];

interface Sample extends ServerMemory {
  kind: Kind;
  name: string;
  size: number;
}

/** Throws where a client did not hear a message in the end, i.e. was no subscriber. */
export async function benchP4({ rounds, sizes }: P4Options): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "agentpass-bench-memory-"));
  const samples: Sample[] = [];
  try {
    for (let round = 0; round < rounds; round += 1)
      for (const kind of kinds) samples.push(...(await measure(kind, sizes, folder)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return report(samples, { rounds, sizes });
}

async function start(kind: Kind, probe: string): Promise<Contender> {
  return kind === "agentpass"
    ? startAgentPass({ env: { NODE_OPTIONS: probe } })
    : startRival(kind, null, [probe]);
}

/** Bytes a subscriber of one server at each size; a message to all of them proves that they were there. */
async function measure(kind: Kind, sizes: readonly number[], folder: string): Promise<Sample[]> {
  await using contender = await start(kind, probeOption(folder));
  await using crowd = new Crowd(contender);
  await crowd.connect(WARM_UP);
  await crowd.hear(3);
  const before = await memoryOf(contender.pid, folder);
  const samples: Sample[] = [];
  let connected = 0;
  for (const size of sizes) {
    await crowd.connect(size - connected);
    connected = size;
    const { held, resident } = await memoryOf(contender.pid, folder);
    const each = { held: (held - before.held) / size, resident: (resident - before.resident) / size };
    samples.push({ kind, name: contender.name, size, ...each });
  }
  await crowd.hear(1);
  return samples;
}

function report(samples: readonly Sample[], options: P4Options): Report {
  const kib = (kind: Kind, size: number, what: "held" | "resident"): number =>
    median(
      samples.filter((sample) => sample.kind === kind && sample.size === size).map((sample) => sample[what]),
    ) / 1024;
  return {
    id: "P4",
    title: `P4: memory for an idle subscriber, KiB, after a garbage collection, ${options.rounds} rounds`,
    head: [
      "",
      ...options.sizes.flatMap((size) => [
        `objects and buffers, ${number(size)}`,
        `resident, ${number(size)}`,
      ]),
    ],
    rows: kinds.map((kind) => {
      const name = samples.find((sample) => sample.kind === kind)?.name ?? kind;
      const cells = options.sizes.map((size) => [kib(kind, size, "held"), kib(kind, size, "resident")]);
      return [name].concat(cells.flat().map(number));
    }),
    goals: options.sizes.map((size) => ({
      what: `times raw ws with ${number(size)} subscribers`,
      measured: kib("agentpass", size, "held") / kib("raw", size, "held"),
      bound: { atMost: 1.5 },
    })),
    figures: { ...options, samples },
  };
}
