import { extractOtp } from "@agentpass/shared/otp/index";
import { changesSinceLastRun } from "./otp/changes.ts";
import { type Corpus, loadCorpora } from "./otp/corpus.ts";
import { judge } from "./otp/judge.ts";
import { breakdown, cells, type Judged, oneLine, share, table } from "./otp/report.ts";
import { type Extractor, ours, rivals } from "./otp/rivals.ts";
import { hostileMilliseconds, meanMicroseconds } from "./otp/timing.ts";

const HELP = `pnpm bench:otp [corpus.jsonl …]
Without a corpus: ../shared/otp-corpus/dev.jsonl where it is present, and the project's own messages.
--faults prints each message that was missed, wrong or a false alarm.`;

const args = process.argv.slice(2);
if (args.includes("--help")) console.log(HELP);
else for (const corpus of loadCorpora(args.filter((arg) => !arg.startsWith("--")))) report(corpus);

function report(corpus: Corpus): void {
  const codes = corpus.rows.filter((row) => row.expected !== null).length;
  console.log(`\n# ${corpus.name}: ${corpus.rows.length} messages, ${codes} with a code\n`);
  const judged = judgeAll(ours, corpus);
  console.log(
    table(
      ["extractor", "recall", "false alarms", "precision", "F1", "µs a message"],
      [ours, ...rivals].map((extractor) => compare(extractor, corpus)),
    ),
  );
  console.log(`\nservice right: ${serviceShare(corpus)}\nexpiry right: ${expiryShare(corpus)}`);
  console.log(`worst hostile text: ${worst()}\n`);
  console.log(
    breakdown("language", judged, (row) => row.lang),
    "\n",
  );
  console.log(
    breakdown("source", judged, (row) => row.source),
    "\n",
  );
  console.log(
    breakdown("class", judged, (row) => row.class),
    "\n",
  );
  printFaults(judged);
  printChanges(corpus.name, judged);
}

function judgeAll({ find }: Extractor, { rows }: Corpus): Judged[] {
  return rows.map((row) => ({ row, verdict: judge(row, find(row.body)) }));
}

function compare(extractor: Extractor, corpus: Corpus): string[] {
  return [
    extractor.name,
    ...cells(judgeAll(extractor, corpus)),
    meanMicroseconds(extractor, corpus.rows).toFixed(0),
  ];
}

function serviceShare({ rows }: Corpus): string {
  const labelled = rows.filter((row) => row.service !== undefined && row.expected !== null);
  return share(
    labelled.filter((row) => extractOtp(row.body)?.service?.toLowerCase() === row.service?.toLowerCase())
      .length,
    labelled.length,
  );
}

function expiryShare({ rows }: Corpus): string {
  const labelled = rows.filter((row) => row.expires !== undefined && row.expected !== null);
  return share(
    labelled.filter((row) => extractOtp(row.body)?.expiresInSeconds === row.expires).length,
    labelled.length,
  );
}

function worst(): string {
  const [slowest] = hostileMilliseconds(ours);
  return slowest ? `${slowest[0]}, ${slowest[1].toFixed(3)} ms a KB` : "none";
}

function printFaults(judged: readonly Judged[]): void {
  if (!args.includes("--faults")) return;
  for (const { row, verdict } of judged)
    if (verdict !== "found" && verdict !== "quiet")
      console.log(
        `${verdict} [${row.lang}, ${row.class}] expected ${row.expected}, got ${ours.find(row.body)}: ${oneLine(row.body)}`,
      );
}

function printChanges(name: string, judged: readonly Judged[]): void {
  const changes = changesSinceLastRun(name, judged);
  console.log(`rows that changed since the last run: ${changes.length}`);
  for (const { row, before, now } of changes.slice(0, 50))
    console.log(`  ${before} -> ${now} [${row.lang}] ${oneLine(row.body)}`);
}
