import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bridgeBuilds, commandsOf } from "../../support/bridge-builds.ts";
import { BridgeProcess, type BridgeCommand } from "../../support/bridge-process.ts";

export interface BridgeStart {
  /** Where the bridge is from, or what it is compared with. */
  form: string;
  /** Milliseconds from its spawn until `initialize` is answered. */
  p50: number;
  worst: number;
}

/** What any Node costs: a program of one line that answers anything. */
const LEAST = `process.stdin.once("data", () => process.stdout.write('{"jsonrpc":"2.0","id":1,"result":{}}\\n'));`;

/** Starts each form of the bridge in turn, beside the least that a Node could do. */
export async function benchBridgeStart(rounds: number): Promise<BridgeStart[]> {
  const folder = mkdtempSync(join(tmpdir(), "agentpass-bench-bridge-"));
  try {
    const least = join(folder, "least.cjs");
    writeFileSync(least, LEAST);
    const forms: BridgeCommand[] = [
      { form: "a Node that does nothing", command: process.execPath, args: [least] },
      ...commandsOf(bridgeBuilds()),
    ];
    const times = new Map<string, number[]>(forms.map(({ form }) => [form, []]));
    // The first start of a form fills its compile cache, which a person has once.
    for (const command of forms) await measure(command, folder);
    for (let round = 0; round < rounds; round += 1)
      for (const command of forms) times.get(command.form)?.push(await measure(command, folder));
    return [...times].map(([form, all]) => {
      const sorted = all.toSorted((one, other) => one - other);
      return {
        form,
        p50: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
        worst: sorted.at(-1) ?? Number.NaN,
      };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(command: BridgeCommand, dataFolder: string): Promise<number> {
  const start = performance.now();
  await using bridge = new BridgeProcess({ command, env: { AGENTPASS_DATA_DIR: dataFolder } });
  await bridge.initialize();
  const took = performance.now() - start;
  bridge.child.stdin.end();
  await bridge.ended();
  return took;
}
