import type { AgentMessage } from "@agentpass/shared/agent-api";
import type { Command } from "commander";
import { wholeNumber } from "./arguments.ts";
import { examples } from "./examples.ts";
import { localTime, table, type Column } from "./print-table.ts";
import { runCommand } from "./run-command.ts";

const columns: Column<AgentMessage>[] = [
  { title: "RECEIVED", value: (message) => localTime(message.receivedAt) },
  { title: "TO", value: (message) => message.to },
  { title: "FROM", value: (message) => message.from },
  { title: "STATE", value: (message) => message.state + (message.simulated ? " (simulated)" : "") },
  { title: "CODE", value: (message) => message.otp?.code },
  { title: "SERVICE", value: (message) => message.otp?.service, cut: true },
  { title: "TEXT", value: (message) => message.body, cut: true },
];

interface ListOptions {
  json?: boolean;
  number?: string;
  limit: number;
  before?: string;
}

/** `agentpass message …` */
export function addMessageCommands(program: Command): void {
  const message = program.command("message").description("messages that arrived");

  message
    .command("list")
    .description("newest first; looking consumes nothing")
    .option("--number <number>", "only messages to this number, e.g. +15551234567")
    .option("--limit <count>", "at most this many, 1 to 50", wholeNumber(1, 50), 20)
    .option("--before <cursor>", "the page after this one: nextBefore of the page before")
    .option("--json", "print JSON")
    .addHelpText("after", examples("message list --number +15551234567 --limit 5"))
    .action(({ json, number, limit, before }: ListOptions) =>
      runCommand({ json }, async (server) => {
        const page = await server.message.list.query({
          limit,
          ...(number === undefined ? {} : { phoneNumber: number }),
          ...(before === undefined ? {} : { before }),
        });
        const more = page.nextBefore === undefined ? "" : `\n\nOlder ones: --before ${page.nextBefore}`;
        const text = page.messages.length > 0 ? table(page.messages, columns) + more : "No messages.";
        return { data: page, text };
      }),
    );
}
