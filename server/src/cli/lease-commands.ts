import { Option, type Command } from "commander";
import { e164, wholeNumber } from "./arguments.ts";
import { examples } from "./examples.ts";
import { leaseColumns } from "./lease-columns.ts";
import { addLeaseGetCommand } from "./lease-get-command.ts";
import { localTime, table } from "./print-table.ts";
import { runCommand, type CommandOptions } from "./run-command.ts";

interface ListOptions {
  json?: boolean;
  state: "live" | "ended";
  number?: string;
  agent?: string;
  limit: number;
  before?: string;
}

/** `agentpass lease …` */
export function addLeaseCommands(program: Command): void {
  const lease = program.command("lease").description("who holds which number");

  lease
    .command("list")
    .description("live or ended leases, newest first")
    .addOption(new Option("--state <state>", "which").choices(["live", "ended"]).default("live"))
    .option("--number <number>", "only of this number", e164)
    .option("--agent <agent>", "only of this agent, by name or id")
    .option("--limit <count>", "at most this many, 1 to 200", wholeNumber(1, 200), 50)
    .option("--before <cursor>", "the page after this one: nextBefore of the page before")
    .option("--json", "print JSON")
    .addHelpText("after", examples("lease list", "lease list --state ended --number +14155550100"))
    .action(({ json, number, ...filter }: ListOptions) =>
      runCommand({ json }, async (server) => {
        const page = await server.lease.list.query({
          ...filter,
          ...(number === undefined ? {} : { phoneNumber: number }),
        });
        const more = page.nextBefore === undefined ? "" : `\n\nOlder ones: --before ${page.nextBefore}`;
        const text =
          page.leases.length > 0 ? table(page.leases, leaseColumns) + more : `No ${filter.state} leases.`;
        return { data: page, text };
      }),
    );

  lease
    .command("end")
    .description("take a number away from the agent that holds it; its waits end, the number rests")
    .argument("<id>", "the lease's id")
    .option("--yes", "do it without asking")
    .option("--json", "print JSON")
    .addHelpText("after", examples("lease end 0199d4a0-0000-7000-8000-000000000000"))
    .action((id: string, options: CommandOptions) =>
      runCommand(options, async (server, { confirm }) => {
        await confirm(`End the lease ${id}? Its agent loses the number, and what it waits for.`);
        const ended = await server.lease.end.mutate({ id });
        const rest =
          ended.quarantinedUntil === null ? "is free" : `rests until ${localTime(ended.quarantinedUntil)}`;
        return {
          data: ended,
          text: `${ended.agentName} no longer holds ${ended.phoneNumber}, which ${rest}.`,
        };
      }),
    );

  addLeaseGetCommand(lease);
}
