import type { Command } from "commander";
import { examples } from "./examples.ts";
import { localTime, table, type Column } from "./print-table.ts";
import { runCommand } from "./run-command.ts";
import type { ServerClient } from "./server-client.ts";

type PoolEntry = Awaited<ReturnType<ServerClient["number"]["list"]["query"]>>[number];

const columns: Column<PoolEntry>[] = [
  { title: "NUMBER", value: (entry) => entry.phoneNumber },
  { title: "STATE", value: (entry) => entry.state },
  { title: "AGENT", value: (entry) => entry.agentName, cut: true },
  { title: "RESTS UNTIL", value: (entry) => localTime(entry.quarantinedUntil) },
  { title: "COUNTRY", value: (entry) => entry.country },
  { title: "PROVIDER", value: (entry) => entry.provider },
];

/** `agentpass number …` */
export function addNumberCommands(program: Command): void {
  const number = program.command("number").description("the team's pool of numbers");

  number
    .command("list")
    .description("every number, and who holds it")
    .option("--json", "print JSON")
    .addHelpText("after", examples("number list"))
    .action((options: { json?: boolean }) =>
      runCommand(options, async (server) => {
        const pool = await server.number.list.query();
        const text =
          pool.length > 0
            ? table(pool, columns)
            : "The pool holds no number; set TWILIO_PHONE_NUMBERS and start the server again.";
        return { data: pool, text };
      }),
    );
}
