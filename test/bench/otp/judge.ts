import type { Row } from "./corpus.ts";

export type Verdict = "found" | "missed" | "wrong" | "false alarm" | "quiet";

export interface Tally {
  found: number;
  missed: number;
  wrong: number;
  falseAlarm: number;
  quiet: number;
}

/** As the corpus asks: without spaces, hyphens and a leading "G-", ignoring case. */
function comparable(code: string | null | undefined): string | null {
  return code === null || code === undefined
    ? null
    : code
        .replace(/^G-(?=\d)/iu, "")
        .replaceAll(/[\s-]/gu, "")
        .toLowerCase();
}

export function judge(row: Row, code: string | null | undefined): Verdict {
  const [expected, got] = [comparable(row.expected), comparable(code)];
  if (expected === null) return got === null ? "quiet" : "false alarm";
  if (got === null) return "missed";
  return got === expected ? "found" : "wrong";
}

export function tally(verdicts: readonly Verdict[]): Tally {
  const count = (verdict: Verdict): number => verdicts.filter((one) => one === verdict).length;
  return {
    found: count("found"),
    missed: count("missed"),
    wrong: count("wrong"),
    falseAlarm: count("false alarm"),
    quiet: count("quiet"),
  };
}

/** All in percent. A wrong code counts against recall and against precision, a false alarm against precision. */
export function figures({
  found,
  missed,
  wrong,
  falseAlarm,
  quiet,
}: Tally): Record<"recall" | "falseAlarms" | "precision" | "f1", number> {
  const share = (part: number, whole: number): number => (whole === 0 ? Number.NaN : (100 * part) / whole);
  const recall = share(found, found + missed + wrong);
  const precision = share(found, found + wrong + falseAlarm);
  return {
    recall,
    falseAlarms: share(falseAlarm, falseAlarm + quiet),
    precision,
    f1: (2 * recall * precision) / (recall + precision),
  };
}
