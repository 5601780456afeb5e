import type { NumberHistory } from "@agentpass/shared/number-api";
import type { Command } from "commander";
import { e164, wholeNumber } from "./arguments.ts";
import { examples } from "./examples.ts";
import { leaseColumns } from "./lease-columns.ts";
import { localTime, table } from "./print-table.ts";
import { runCommand } from "./run-command.ts";

/** `agentpass number history` */
export function addNumberHistoryCommand(number: Command): void {
  number
    .command("history")
    .description("who held a number, what it was used for, and how many messages came")
    .argument("<number>", "in E.164", e164)
    .option("--limit <count>", "leases of a page, 1 to 200", wholeNumber(1, 200), 50)
    .option("--before <cursor>", "the page after this one: nextBefore of the page before")
    .option("--json", "print JSON")
    .addHelpText("after", examples("number history +14155550100"))
    .action((phoneNumber: string, { json, ...page }: { json?: boolean; limit: number; before?: string }) =>
      runCommand({ json }, async (server) => {
        const history = await server.number.history.query({ phoneNumber, ...page });
        return { data: history, text: sectionsOf(history).join("\n\n") };
      }),
    );
}

function sectionsOf({ number, leases, nextBefore, services, messages, ...grants }: NumberHistory): string[] {
  const members = (of: NumberHistory["shares"]) =>
    of.map(({ memberName, since }) => `  ${memberName} (since ${localTime(since)})`).join("\n");
  const total = messages.reduce((sum, { count }) => sum + count, 0);
  const states = messages.map(({ state, count }) => `${count} ${state}`).join(", ");
  return [
    `${number.phoneNumber} of ${number.provider} is ${number.state}. Messages: ${total}${total > 0 ? ` (${states})` : ""}.`,
    leases.length > 0 ? table(leases, leaseColumns) : "It was never leased.",
    ...(nextBefore === undefined ? [] : [`Older leases: --before ${nextBefore}`]),
    ...(services.length > 0
      ? [
          table(services, [
            { title: "SERVICE", value: ({ service }) => service, cut: true },
            { title: "USED BY", value: ({ memberName }) => memberName, cut: true },
            { title: "LAST", value: ({ lastUsedAt }) => localTime(lastUsedAt) },
          ]),
        ]
      : []),
    ...(grants.consents.length > 0 ? [`Allowed in spite of its history:\n${members(grants.consents)}`] : []),
    ...(grants.shares.length > 0 ? [`Messages shared with:\n${members(grants.shares)}`] : []),
  ];
}
