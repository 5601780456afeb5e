import type { UsageReport, UsageRow } from "@agentpass/shared/usage-api";
import { Option, type Command } from "commander";
import { examples } from "./examples.ts";
import { table, type Column } from "./print-table.ts";
import { runCommand } from "./run-command.ts";

interface UsageOptions {
  json?: boolean;
  by: UsageReport["by"];
  from?: string;
  to?: string;
}

/** `agentpass usage` */
export function addUsageCommands(program: Command): void {
  program
    .command("usage")
    .description("numbers, messages, codes, waits and estimated cost; days are in UTC")
    .addOption(
      new Option("--by <what>", "one line for each of these")
        .choices(["agent", "number", "member", "day"])
        .default("agent"),
    )
    .option("--from <day>", "the first day, e.g. 2026-11-01; 30 days in all where left out")
    .option("--to <day>", "the last day, included; today where left out")
    .option("--json", "print JSON")
    .addHelpText("after", examples("usage --by day --from 2026-11-01", "usage --by number --json"))
    .action(({ by, from, to, ...options }: UsageOptions) =>
      runCommand(options, async (server) => {
        const report = await server.usage.get.query({
          by,
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to }),
        });
        return { data: report, text: textOf(report) };
      }),
    );
}

function textOf({ from, to, by, currency, rows, total }: UsageReport): string {
  const title = by.toUpperCase();
  const columns: Column<UsageRow>[] = [
    { title, value: ({ name }) => name ?? "(nobody)", cut: true },
    { title: "NUMBERS", value: ({ numbers }) => String(numbers) },
    { title: "MESSAGES", value: ({ messages }) => String(messages) },
    { title: "CODES", value: ({ codes }) => String(codes) },
    { title: "WAITS", value: ({ waits }) => String(waits) },
    { title: "TIMEOUTS", value: ({ timeouts }) => String(timeouts) },
    { title: "MEDIAN", value: ({ medianLatencyMs }) => duration(medianLatencyMs) },
    { title: `COST ${currency}`, value: ({ cost }) => cost.toFixed(2) },
  ];
  const lines = table([...rows, { ...total, name: "TOTAL" }], columns);
  return `From ${from} to ${to} (days in UTC). Cost is an estimate by the prices in the settings.\n\n${lines}`;
}

function duration(ms: number | null): string | null {
  if (ms === null) return null;
  return ms < 1000 ? `${ms.toFixed(ms < 10 ? 1 : 0)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
