/** `pnpm bench [--rounds N]`: every figure beside what it is compared with, in one run; the table, then JSON. */
import { parseArgs } from "node:util";
import { benchAgentSocket } from "./agent-socket/bench-agent-socket.ts";
import { benchBridgeStart, type BridgeStart } from "./bridge-start/bench-bridge-start.ts";
import { benchP1, type P1Row } from "./p1/bench-p1.ts";
import { benchTray, type TrayFigures } from "./tray/bench-tray.ts";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "200" } } });

function printP1(rows: readonly P1Row[]): void {
  const of = (name: string): number => rows.find((row) => row.name.startsWith(name))?.p50 ?? Number.NaN;
  const product = of("AgentPass");
  console.log("P1  SMS to code, milliseconds (interleaved rounds; nothing lost, nothing out of order)");
  for (const row of rows) {
    console.log(
      `  ${row.name.padEnd(30)} p50 ${row.p50.toFixed(2).padStart(9)}  p99 ${row.p99.toFixed(2).padStart(9)}  ${String(row.rounds).padStart(4)} rounds`,
    );
  }
  console.log(
    `  AgentPass is ${(product / of("raw ws, one")).toFixed(2)}x the fsynced floor (goal: at most 3x) and ${(of("poll") / product).toFixed(0)}x faster than polling (goal: at least 100x)`,
  );
}

function printTray(figures: TrayFigures | { missing: string }): void {
  console.log("P8  tray app, packaged, beside a server in mock mode");
  if ("missing" in figures) return console.log(`  not measured: ${figures.missing}`);
  const { startMs, memoryMiB, rounds } = figures;
  console.log(
    `  start to visible icon  p50 ${startMs.p50.toFixed(0)} ms  worst ${startMs.worst.toFixed(0)} ms  ${rounds} rounds (goal: at most 1500 ms)`,
  );
  console.log(
    `  resident memory of all its processes (PSS)  ${memoryMiB.trayOnly.toFixed(0)} MiB in the tray, ${memoryMiB.withWindow.toFixed(0)} MiB with its window open`,
  );
}

function printBridgeStarts(starts: readonly BridgeStart[]): void {
  console.log("P8  bridge, from its spawn until `initialize` is answered, milliseconds (interleaved rounds)");
  for (const { form, p50, worst } of starts)
    console.log(
      `  ${form.padEnd(30)} p50 ${p50.toFixed(0).padStart(9)}  worst ${worst.toFixed(0).padStart(7)}`,
    );
  console.log("  (goal: at most 150 ms)");
}

const bridgeStart = await benchBridgeStart(25);
printBridgeStarts(bridgeStart);
const agentSocket = await benchAgentSocket(5_000);
console.log(
  "Agents' socket: one call from the bridge to the tray and back, microseconds, both in one process",
);
console.log(
  `  p50 ${agentSocket.p50.toFixed(0)}  p99 ${agentSocket.p99.toFixed(0)}  5000 calls, one after the other`,
);
const tray = await benchTray(5);
printTray(tray);
const p1 = await benchP1(Number(values.rounds));
printP1(p1);
console.log(
  JSON.stringify({
    date: new Date().toISOString(),
    node: process.version,
    bridgeStart,
    agentSocket,
    tray,
    p1,
  }),
);
