import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import type { AuditItem, AuditReport } from "@agentpass/shared/audit-api";
import { fail } from "@agentpass/shared/problem";
import { InvalidArgumentError, Option, type Command } from "commander";
import { wholeNumber } from "./arguments.ts";
import { examples } from "./examples.ts";
import { localTime, table, type Column } from "./print-table.ts";
import { runCommand } from "./run-command.ts";
import type { ServerClient } from "./server-client.ts";
import type { Talk } from "./talk.ts";

const columns: Column<AuditItem>[] = [
  { title: "SEQ", value: (entry) => String(entry.seq) },
  { title: "AT", value: (entry) => localTime(entry.at) },
  { title: "WHO", value: ({ actor }) => `${actor.kind} ${actor.name ?? ""}`, cut: true },
  { title: "ACTION", value: (entry) => entry.action },
  {
    title: "SUBJECT",
    value: ({ subject }) => subject && `${subject.type} ${subject.name ?? subject.id}`,
    cut: true,
  },
  { title: "BEFORE", value: ({ before }) => before && JSON.stringify(before), cut: true },
  { title: "AFTER", value: ({ after }) => after && JSON.stringify(after), cut: true },
];

interface FilterOptions {
  json?: boolean;
  who?: string;
  action?: string;
  subject?: string;
  from?: string;
  to?: string;
}

const filterOf = ({ who, action, subject, from, to }: FilterOptions) => ({
  ...(who === undefined ? {} : { who }),
  ...(action === undefined ? {} : { action }),
  ...(subject === undefined ? {} : { subject }),
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
});

const withFilter = (command: Command): Command =>
  command
    .option("--who <name>", "a member or agent by name or id, a key or device by id, or e.g. system's sweep")
    .option("--action <action>", "e.g. lease.ended, or lease for all about leases")
    .option("--subject <id>", "id of what it was about")
    .option("--from <time>", "from this time or UTC day on, e.g. 2026-11-22")
    .option("--to <time>", "until before this time or UTC day");

/** `agentpass audit …` */
export function addAuditCommands(program: Command): void {
  const audit = program.command("audit").description("the append-only record of who did what");

  withFilter(audit.command("list").description("newest first"))
    .option("--limit <count>", "at most this many, 1 to 200", wholeNumber(1, 200), 50)
    .option("--before <seq>", "the page after this one", wholeNumber(1, Number.MAX_SAFE_INTEGER))
    .option("--json", "print JSON")
    .addHelpText("after", examples("audit list --action key --from 2026-11-01", "audit list --who my-agent"))
    .action(({ limit, before, ...options }: FilterOptions & { limit: number; before?: number }) =>
      runCommand(options, async (server) => {
        const page = await server.audit.list.query({
          ...filterOf(options),
          limit,
          ...(before === undefined ? {} : { before }),
        });
        const more = page.nextBefore === undefined ? "" : `\n\nOlder ones: --before ${page.nextBefore}`;
        const text = page.entries.length > 0 ? table(page.entries, columns) + more : "No entries.";
        return { data: page, text };
      }),
    );

  audit
    .command("verify")
    .description("walks the chain; names the first entry that was changed, left out or cut off")
    .option(
      "--head <seq:mac>",
      "a head noted earlier, e.g. from the server's log; may be given again",
      head,
      [],
    )
    .option("--json", "print JSON")
    .addHelpText("after", examples("audit verify"))
    .action(({ head: heads, ...options }: { json?: boolean; head: Head[] }) =>
      runCommand(options, async (server, talk) => {
        const report = await verify(server, talk, heads);
        if (report.fault !== null)
          fail(
            "conflict",
            `The record is not what the server wrote. Entry ${report.fault.seq}: ${report.fault.fault}.`,
          );
        const text = `The record is whole: ${report.checked} entries, up to the head ${report.head}; earlier heads that agree: ${report.knownHeads}.`;
        return { data: report, text };
      }),
    );

  withFilter(audit.command("export").description("every entry, oldest first, to a file or to stdout"))
    .addOption(
      new Option("--format <format>", "JSON Lines or CSV").choices(["jsonl", "csv"]).default("jsonl"),
    )
    .option("--out <file>", "write there; the file must not exist")
    .option("--json", "print JSON about the file that --out names")
    .addHelpText("after", examples("audit export --format csv --out audit.csv --from 2026-11-01"))
    .action(({ format, out, ...options }: FilterOptions & { format: "jsonl" | "csv"; out?: string }) =>
      runCommand(options, async (server, talk) => {
        const entries = await exportAll(server, talk, { format, out, filter: filterOf(options) });
        return out === undefined
          ? null
          : { data: { entries, file: out }, text: `${entries} entries written to ${out}.` };
      }),
    );
}

interface Head {
  seq: number;
  mac: string;
}

function head(text: string, before: readonly Head[]): Head[] {
  const [, seq, mac] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/i.exec(text) ?? [];
  if (seq === undefined || mac === undefined)
    throw new InvalidArgumentError("It must be SEQ:MAC, the MAC in 64 hexadecimal digits.");
  return [...before, { seq: Number(seq), mac: mac.toLowerCase() }];
}

/** The whole chain, part by part. */
async function verify(server: ServerClient, talk: Talk, heads: Head[]): Promise<AuditReport> {
  let checked = 0;
  for (let after = 0; ;) {
    const report = await server.audit.verify.query({ after, heads });
    checked += report.checked;
    if (report.done || report.fault !== null) return { ...report, checked };
    talk.progress(`Verifying, ${checked} of ${report.head} entries`);
    after = report.last;
  }
}

interface Export {
  format: "jsonl" | "csv";
  /** Undefined: stdout. */
  out: string | undefined;
  filter: ReturnType<typeof filterOf>;
}

async function exportAll(server: ServerClient, talk: Talk, { format, out, filter }: Export): Promise<number> {
  const file = out === undefined ? null : createWriteStream(out, { flags: "wx", mode: 0o600 });
  const sink = file ?? process.stdout;
  await (file === null ? null : opened(file, out));
  let written = 0;
  for (let after: number | undefined = 0; after !== undefined;) {
    const page: Awaited<ReturnType<ServerClient["audit"]["export"]["query"]>> =
      await server.audit.export.query({ ...filter, format, after });
    if (!sink.write(page.text)) await once(sink, "drain");
    written += page.entries;
    talk.progress(`Exporting, ${written} entries`);
    after = page.nextAfter;
  }
  if (file !== null) await finished(file.end());
  return written;
}

async function opened(file: ReturnType<typeof createWriteStream>, out: string | undefined): Promise<void> {
  await once(file, "open").catch((error: NodeJS.ErrnoException) =>
    fail(
      "invalid_input",
      `--out: ${out} cannot be made (${error.code ?? error.message}); give a new file in a folder that is there`,
      {
        field: "out",
      },
    ),
  );
}
