import { messageState, type AgentMessage, type MessageState } from "@agentpass/shared/agent-api";
import { Option, type Command } from "commander";
import { duration, e164, wholeNumber } from "./arguments.ts";
import { examples } from "./examples.ts";
import { addMessageWaitCommand } from "./message-wait-command.ts";
import { localTime, table, type Column } from "./print-table.ts";
import { receiptText } from "./receipt-text.ts";
import { runCommand, type CommandOptions } from "./run-command.ts";

const columns: Column<AgentMessage>[] = [
  { title: "RECEIVED", value: (message) => localTime(message.receivedAt) },
  { title: "TO", value: (message) => message.to },
  { title: "FROM", value: (message) => message.from },
  { title: "STATE", value: (message) => stateText(message) },
  { title: "CODE", value: (message) => message.otp?.code },
  { title: "SERVICE", value: (message) => message.otp?.service, cut: true },
  { title: "TEXT", value: (message) => message.body, cut: true },
  { title: "ID", value: (message) => message.id },
];

/** A message's state in words, marked where it is simulated. */
export function stateText({ state, simulated }: Pick<AgentMessage, "state" | "simulated">): string {
  const words: Partial<Record<MessageState, string>> = {
    held: "held for approval",
    provider_blocked: "blocked by the provider",
  };
  return (words[state] ?? state) + (simulated ? " (simulated)" : "");
}

interface ListOptions extends CommandOptions {
  number?: string;
  state?: MessageState[];
  agent?: string;
  service?: string;
  since?: number;
  limit: number;
  before?: string;
}

/** `agentpass message …` */
export function addMessageCommands(program: Command): void {
  const message = program.command("message").description("messages that arrived");

  message
    .command("list")
    .description("newest first; looking consumes nothing")
    .option("--number <number>", "only messages to this number, e.g. +15551234567", e164)
    .addOption(
      new Option("--state <states...>", "only messages in these states").choices(messageState.options),
    )
    .option("--agent <agent>", "only what this agent holds, by name or id")
    .option("--service <service>", "only messages of this service or domain")
    .option("--since <duration>", "only what came within so long, e.g. 30m or 24h", duration)
    .option("--limit <count>", "at most this many, 1 to 50", wholeNumber(1, 50), 20)
    .option("--before <cursor>", "the page after this one: nextBefore of the page before")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      examples(
        "message list --number +15551234567 --limit 5",
        "message list --state held provider_blocked --since 24h",
      ),
    )
    .action((options: ListOptions) =>
      runCommand(options, async (server) => {
        const page = await server.message.list.query(queryOf(options));
        const more = page.nextBefore === undefined ? "" : `\n\nOlder ones: --before ${page.nextBefore}`;
        const blocked = page.messages.some(({ state }) => state === "provider_blocked") ? BLOCKED : "";
        const text =
          page.messages.length > 0 ? table(page.messages, columns) + blocked + more : "No messages.";
        return { data: page, text };
      }),
    );

  message
    .command("receipt")
    .description("when one message came, was stored, matched, pushed and taken")
    .argument("<id>", "the provider's message id, as the list shows it")
    .option("--json", "print JSON")
    .addHelpText("after", examples("message receipt SM0123456789abcdef0123456789abcdef"))
    .action((id: string, options: CommandOptions) =>
      runCommand(options, async (server) => {
        const times = await server.message.receipt.query({ id });
        const text = receiptText([
          ["webhook received", times.receivedAt],
          ["being stored", times.storedAt],
          ["matched to a wait", times.matchedAt],
          ["pushed", times.pushedAt],
          ["taken", times.takenAt],
        ]);
        return { data: times, text };
      }),
    );

  addMessageWaitCommand(message);
}

const BLOCKED =
  "\n\nBlocked by the provider: Twilio generally does not allow receiving one-time codes and withheld the text (error 30038).";

/** Only what was asked for: the server takes no `undefined` for a field that is left out. */
function queryOf({ number, state, agent, service, since, limit, before }: ListOptions) {
  return {
    limit,
    ...(number === undefined ? {} : { phoneNumber: number }),
    ...(state === undefined ? {} : { states: state }),
    ...(agent === undefined ? {} : { agent }),
    ...(service === undefined ? {} : { service }),
    ...(since === undefined ? {} : { since: new Date(Date.now() - since).toISOString() }),
    ...(before === undefined ? {} : { before }),
  };
}
