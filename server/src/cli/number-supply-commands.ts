import type { ImportedNumbers } from "@agentpass/shared/number-api";
import { capability } from "@agentpass/shared/number-api";
import { Option, type Command } from "commander";
import { e164, wholeNumber } from "./arguments.ts";
import { whyNotReturnable } from "../domain/returnable.ts";
import { confirmOn } from "./confirm-on-number.ts";
import { examples } from "./examples.ts";
import { table } from "./print-table.ts";
import { runCommand, type CommandOptions } from "./run-command.ts";

interface ProvisionOptions extends CommandOptions {
  country: string;
  capability: (typeof capability.options)[number][];
  area?: number;
}

/** `agentpass number add|import|provision|release`: where numbers come from and go to. */
export function addNumberSupplyCommands(number: Command): void {
  number
    .command("add")
    .description("take a number of the Twilio account, or of a gateway, into the pool")
    .argument("<number>", "in E.164", e164)
    .option("--provider <name>", "twilio, or a gateway's name; absent: that of the server's mode")
    .option(
      "--sim <slot>",
      "the slot of its SIM card in a gateway's phone, from 1; needed where the phone has several",
      wholeNumber(1, 8),
    )
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      examples("number add +14155550100", "number add +4915112345678 --provider my-phone --sim 1"),
    )
    .action(
      (phoneNumber: string, { json, provider, sim }: { json?: boolean; provider?: string; sim?: number }) =>
        runCommand({ json }, async (server) => {
          const added = await server.number.add.mutate({
            phoneNumber,
            ...(provider === undefined ? {} : { provider }),
            ...(sim === undefined ? {} : { sim }),
          });
          return { data: added, text: `${phoneNumber} is in the pool: ${added.state}.` };
        }),
    );

  number
    .command("import")
    .description("take all of the Twilio account's other numbers into the pool")
    .option("--dry-run", "only say which")
    .option("--json", "print JSON")
    .addHelpText("after", examples("number import --dry-run"))
    .action(({ json, dryRun = false }: { json?: boolean; dryRun?: boolean }) =>
      runCommand({ json }, async (server, { progress }) => {
        progress("Listing the account's numbers");
        const imported = await server.number.import.mutate({ dryRun });
        return { data: imported, text: importText(imported) };
      }),
    );

  number
    .command("provision")
    .description("buy a number at Twilio, within the team's budget")
    .requiredOption("--country <country>", "e.g. US")
    .addOption(
      new Option("--capability <capability...>", "what it must be able to do besides SMS")
        .choices(capability.options)
        .default(["sms"]),
    )
    .option("--area <code>", "area code, US and Canada only", wholeNumber(200, 999))
    .option("--yes", "do it without asking")
    .option("--json", "print JSON")
    .addHelpText("after", examples("number provision --country US --area 415"))
    .action(({ country, capability: capabilities, area, ...options }: ProvisionOptions) =>
      runCommand(options, async (server, { confirm, progress }) => {
        const where = area === undefined ? country : `${country}, area code ${area}`;
        await confirm(`Buy a number in ${where}? Twilio charges its price for it every month.`);
        progress("Buying at Twilio");
        const bought = await server.number.provision.mutate({
          country,
          capabilities,
          ...(area === undefined ? {} : { areaCode: area }),
        });
        const text =
          bought.status === "bought"
            ? `${bought.phoneNumber} is bought, and in the pool.`
            : "Twilio has not answered yet. The purchase goes on; see: pnpm agentpass number state";
        return { data: bought, text };
      }),
    );

  number
    .command("release")
    .description("give a number back to Twilio, for good")
    .argument("<number>", "in E.164", e164)
    .option("--yes", "do it without asking")
    .option("--json", "print JSON")
    .addHelpText("after", examples("number release +14155550100"))
    .action((phoneNumber: string, options: CommandOptions) =>
      runCommand(options, async (server, talk) => {
        const seen = await confirmOn(server, talk, {
          phoneNumber,
          question: `Give ${phoneNumber} back to Twilio? Anybody may get it then, and the codes that are still sent to it.`,
          whyNot: whyNotReturnable,
        });
        talk.progress("Giving it back to Twilio");
        const given = await server.number.release.mutate(seen);
        return { data: given, text: releaseText[given.status](phoneNumber) };
      }),
    );
}

const releaseText = {
  released: (number: string) => `${number} is given back.`,
  not_there: (number: string) => `${number} was not in the account any more; it has left the pool.`,
  pending: (number: string) =>
    `${number} is out of use. Twilio has not answered yet; giving it back goes on: pnpm agentpass number state`,
};

function importText({ dryRun, numbers, left }: ImportedNumbers): string {
  const rows = [
    ...numbers.map(({ phoneNumber, webhook }) => ({
      phoneNumber,
      what: dryRun ? "would be imported" : "imported",
      webhook: webhook === "here" ? "here" : "elsewhere; mend: pnpm agentpass doctor --fix",
    })),
    ...left.map(({ phoneNumber, reason }) => ({ phoneNumber, what: `left: ${reason}`, webhook: null })),
  ];
  if (rows.length === 0) return "The account has no number that is not in the pool.";
  return table(rows, [
    { title: "NUMBER", value: ({ phoneNumber }) => phoneNumber },
    { title: "", value: ({ what }) => what },
    { title: "SMS GO", value: ({ webhook }) => webhook },
  ]);
}
