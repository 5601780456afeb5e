import { isName, wholeLine } from "./agentpass-names.ts";
import { isRunByCi } from "./continuous-integration.ts";
import type { Page } from "./page.ts";
import type { FoundCommand, ReadPage } from "./read-page.ts";
import { skipped } from "./skipped.ts";

/** Why a command is not run, or that it is. */
export type Fate = "run" | "run elsewhere" | "run by CI" | "a name" | "skipped";

/** Pages whose commands a suite of their own executes, block after block; the suite must be a step of CI. */
const ownSuites: Readonly<Record<string, string>> = { "docs/docker.md": "pnpm test:docker" };

export interface PlannedCommand {
  command: FoundCommand;
  fate: Fate;
}

/**
 * What becomes of each command of the documents. A command in a sentence is run where no block shows it, and then once.
 * A bare name needs no run: of each `agentpass` command examples are run from docs/commands.md, and another one is the
 * beginning of a command that a block shows.
 */
export function planOf(read: readonly ReadPage[], pages: readonly Page[]): PlannedCommand[] {
  const all = read.flatMap(({ commands }) => commands);
  const entries = new Map(pages.map(({ page, runs = {} }) => [page, runs]));
  const shown = new Set([
    ...all.filter(({ form }) => form !== "inline").map(({ typed }) => typed),
    ...pages.flatMap(({ runs = {} }) => Object.keys(runs).map(wholeLine)),
  ]);
  const isPart = (typed: string): boolean => [...shown].some((whole) => whole.startsWith(`${typed} `));
  const seen = new Set<string>();
  const fateOf = ({ page, text, typed, form }: FoundCommand): Fate => {
    if (text in skipped) return "skipped";
    if (seen.has(`${page} ${typed}`)) return "run elsewhere";
    seen.add(`${page} ${typed}`);
    if (text in (entries.get(page) ?? {})) return "run";
    if (isRunByCi(text) || isRunByCi(ownSuites[page] ?? "")) return "run by CI";
    if (form !== "inline") return "run";
    if (isName(text) || isPart(typed)) return "a name";
    if (shown.has(typed) || seen.has(typed)) return "run elsewhere";
    seen.add(typed);
    return "run";
  };
  return all.map((command) => ({ command, fate: fateOf(command) }));
}
