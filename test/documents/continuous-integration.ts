import { readFileSync } from "node:fs";
import path from "node:path";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";

/** The lines of `.ci/run` that are steps, or what a step calls. */
const ciRun = readFileSync(path.join(repositoryRoot, ".ci/run"), "utf8");
const { scripts } = JSON.parse(readFileSync(path.join(repositoryRoot, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

/** The commands that CI runs to the letter, without the `npx` before them, and those that these call in turn. */
const run = new Set<string>();
for (const line of ciRun.split("\n"))
  if (/^\s*step /.test(line)) {
    const [, command] = /^\s*step "[^"]+" (?:env (?:[A-Z_]+=\S+ )*)?(.+)$/.exec(line) ?? [];
    add(bare(command ?? ""));
  }

/** Whether a step of `.ci/run` runs this command. */
export function isRunByCi(command: string): boolean {
  return run.has(bare(command));
}

function add(command: string): void {
  run.add(command);
  const [, name = ""] = /^pnpm (\S+)$/.exec(command) ?? [];
  for (const [called] of (scripts[name] ?? "").matchAll(/\bpnpm [a-z:-]+\b/g))
    if (!run.has(called)) add(called);
}

/** The same command, whichever Node and pnpm run it. */
function bare(command: string): string {
  return command.replace(/^npx -y -p node@24 -p pnpm@12 -- /, "").trim();
}
