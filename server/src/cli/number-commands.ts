import { numberStates, type NumberState, type PoolNumber } from "@agentpass/shared/number-api";
import { Option, type Command } from "commander";
import { e164, wholeNumber } from "./arguments.ts";
import { examples } from "./examples.ts";
import { addNumberChangeCommands } from "./number-change-commands.ts";
import { addNumberHistoryCommand } from "./number-history-command.ts";
import { addNumberStateCommand } from "./number-state-command.ts";
import { addNumberSupplyCommands } from "./number-supply-commands.ts";
import { localTime, table, type Column } from "./print-table.ts";
import { runCommand } from "./run-command.ts";

const columns: Column<PoolNumber>[] = [
  { title: "NUMBER", value: (entry) => entry.phoneNumber },
  { title: "STATE", value: ({ state, releasing }) => (releasing ? `${state} (being given back)` : state) },
  { title: "AGENT", value: (entry) => entry.agentName, cut: true },
  { title: "RESTS UNTIL", value: (entry) => localTime(entry.quarantinedUntil) },
  { title: "COUNTRY", value: (entry) => entry.country },
  { title: "PROVIDER", value: (entry) => entry.provider },
];

interface ListOptions {
  json?: boolean;
  state?: NumberState[];
  provider?: string;
  country?: string;
  agent?: string;
  service?: string;
  text?: string;
  limit: number;
  after?: string;
}

/** `agentpass number …` */
export function addNumberCommands(program: Command): void {
  const number = program.command("number").description("the team's pool of numbers");
  number
    .command("list")
    .description("the pool, and who holds which number")
    .addOption(new Option("--state <state...>", "only numbers in these states").choices(numberStates))
    .option("--provider <name>", "only twilio, mock or this gateway")
    .option("--country <country>", "only numbers of this country, e.g. US")
    .option("--agent <agent>", "only what this agent holds, by name or id")
    .option("--service <service>", "only numbers that were used with it, e.g. github.com")
    .option("--text <text>", "only where the number or the agent's name holds this")
    .option("--limit <count>", "at most this many, 1 to 200", wholeNumber(1, 200), 50)
    .option("--after <number>", "the page after this number", e164)
    .option("--json", "print JSON")
    .addHelpText("after", examples("number list", "number list --state leased quarantined --country US"))
    .action(({ json, ...filter }: ListOptions) =>
      runCommand({ json }, async (server) => {
        const page = await server.number.list.query(filter);
        const more = page.nextAfter === undefined ? "" : `\n\nMore: --after ${page.nextAfter}`;
        const text = page.numbers.length > 0 ? table(page.numbers, columns) + more : noneText(filter);
        return { data: page, text };
      }),
    );
  addNumberStateCommand(number);
  addNumberHistoryCommand(number);
  addNumberSupplyCommands(number);
  addNumberChangeCommands(number);
}

function noneText(filter: Omit<ListOptions, "json">): string {
  return Object.keys(filter).some((name) => name !== "limit")
    ? "No number is like that."
    : "The pool holds no number; take in the account's own with: pnpm agentpass number import";
}
