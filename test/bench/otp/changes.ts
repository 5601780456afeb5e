import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Row } from "./corpus.ts";
import type { Verdict } from "./judge.ts";

/** Under node_modules, which git ignores: hashes and verdicts, never a message. */
const FOLDER = new URL("../../../node_modules/.cache/bench-otp/", import.meta.url);

export interface Change {
  row: Row;
  before: Verdict;
  now: Verdict;
}

/** The rows whose verdict differs from the last run on this corpus; then remembers this run. */
export function changesSinceLastRun(
  corpus: string,
  judged: readonly { row: Row; verdict: Verdict }[],
): Change[] {
  const file = new URL(`${corpus.replaceAll(/[^a-z0-9]+/giu, "-")}.json`, FOLDER);
  const last = readLast(file);
  const next = Object.fromEntries(judged.map(({ row, verdict }) => [keyOf(row), verdict]));
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file, JSON.stringify(next));
  return judged.flatMap(({ row, verdict }) => {
    const before = last[keyOf(row)];
    return before === undefined || before === verdict ? [] : [{ row, before, now: verdict }];
  });
}

function keyOf({ body, expected }: Row): string {
  return createHash("sha256").update(`${expected}\0${body}`).digest("base64url").slice(0, 16);
}

function readLast(file: URL): Record<string, Verdict> {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Record<string, Verdict>;
  } catch {
    return {};
  }
}
