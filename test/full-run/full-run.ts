/**
 * `pnpm test:full [PART…]`: the suites of CI with the full counts, one after the other; `--list` names the parts. Each
 * result is kept in `full-run.jsonl`, so that a run that was cut short goes on where it was; a change of the code
 * begins it anew. Ends with a table for docs/full-run.md, and with 1 where a part failed.
 */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";
import { parts, type FullRunPart } from "./parts.ts";

interface Result {
  part: string;
  commit: string;
  /** ISO. */
  at: string;
  minutes: number;
  passed: boolean;
}

const file = path.join(repositoryRoot, "full-run.jsonl");
const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { cwd: repositoryRoot })
  .toString()
  .trim();

function resultsSoFar(): Result[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Result).filter((result) => result.commit === commit);
}

async function run({ name, project, file: test, title, env }: FullRunPart): Promise<Result> {
  const started = Date.now();
  const vitest = [
    path.join(repositoryRoot, "node_modules/vitest/vitest.mjs"),
    "run",
    "--project",
    project,
    test,
  ];
  const child = spawn(process.execPath, [...vitest, ...(title === "" ? [] : ["--testNamePattern", title])], {
    cwd: repositoryRoot,
    env: { ...process.env, ...env },
    stdio: "inherit",
  });
  const [exitCode] = (await once(child, "exit")) as [number | null];
  return {
    part: name,
    commit,
    at: new Date(started).toISOString(),
    minutes: Math.round((Date.now() - started) / 6_000) / 10,
    passed: exitCode === 0,
  };
}

function row({ name, what }: FullRunPart, results: readonly Result[]): string {
  const result = results.findLast((one) => one.part === name);
  if (!result) return `| ${name} | ${what} | not run | |`;
  return `| ${name} | ${what} | ${result.at.slice(0, 10)}: ${result.passed ? "passed" : "FAILED"} | ${result.minutes} min |`;
}

const asked = process.argv.slice(2);
if (asked.includes("--list")) {
  for (const { name, what, aboutMinutes } of parts)
    console.log(`${name.padEnd(14)} ${`${aboutMinutes} min`.padStart(7)}  ${what}`);
  process.exit(0);
}
const unknown = asked.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(
    `No such part: ${unknown.join(", ")}. They are: ${parts.map(({ name }) => name).join(", ")}.`,
  );
  process.exit(2);
}
const wanted = parts.filter(({ name }) => asked.length === 0 || asked.includes(name));
const done = resultsSoFar();
for (const part of wanted) {
  if (done.some((result) => result.part === part.name && result.passed)) continue;
  console.log(`\n=== ${part.name}: ${part.what} (about ${part.aboutMinutes} min)`);
  const result = await run(part);
  done.push(result);
  appendFileSync(file, `${JSON.stringify(result)}\n`);
}
console.log(
  `\nOf ${commit}, on ${cpus().length} × ${cpus()[0]?.model ?? "?"}, Node ${process.versions.node}:\n`,
);
console.log("| part | what | result | took |\n|---|---|---|---|");
for (const part of wanted) console.log(row(part, done));
const failed = wanted.filter(({ name }) => !done.some((result) => result.part === name && result.passed));
process.exitCode = failed.length === 0 ? 0 : 1;
