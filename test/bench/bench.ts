/** `pnpm bench [P1 …] [--full] [--write FILE]`: every figure beside what it is compared with; a table each, then JSON. */
import { parseArgs } from "node:util";
import { benchmarks } from "./benchmarks.ts";
import { inWords, thisMachine } from "./machine.ts";
import { isMet, text, type Report } from "./report.ts";
import { writeFigures } from "./write-figures.ts";

const HELP = `pnpm bench [P1 …] [--full] [--write FILE]
Runs the benchmarks named, or all of them: ${Object.keys(benchmarks).join(", ")}.
--full         in the sizes that the goals name, and more rounds: half an hour for all
--write FILE   fills in the marked places of a document, docs/benchmarks.md
docs/benchmarks.md says what each measures. A benchmark whose messages were lost or out of order gives no figure.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    full: { type: "boolean", default: false },
    write: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

async function main(): Promise<void> {
  if (values.help) return console.log(HELP);
  const names =
    positionals.length > 0 ? positionals.map((name) => name.toUpperCase()) : Object.keys(benchmarks);
  const unknown = names.filter((name) => !(name in benchmarks));
  if (unknown.length > 0) throw new Error(`there is no benchmark ${unknown.join(", ")}.\n${HELP}`);
  const machine = thisMachine();
  const reports: Report[] = [];
  for (const name of names) {
    const report = await attempt(name);
    if (report) reports.push(report);
  }
  console.log(
    JSON.stringify({
      machine,
      full: values.full,
      reports: reports.map(({ id, goals, figures }) => ({
        id,
        goals: goals.map((goal) => ({ ...goal, met: isMet(goal) })),
        figures,
      })),
    }),
  );
  if (values.write !== undefined) writeFigures(values.write, reports, inWords(machine));
}

/** Null, and an exit code of 1, where its assertions failed. */
async function attempt(name: string): Promise<Report | null> {
  try {
    const report = await benchmarks[name]?.(values.full);
    if (report) console.log(`${text(report)}\n`);
    return report ?? null;
  } catch (error) {
    process.exitCode = 1;
    console.error(
      `${name}: no figure, since it failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return null;
  }
}

await main();
