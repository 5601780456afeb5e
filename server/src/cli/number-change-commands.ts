import type { ChangedNumber } from "@agentpass/shared/number-api";
import type { Command } from "commander";
import { duration, e164 } from "./arguments.ts";
import { confirmOn } from "./confirm-on-number.ts";
import { examples } from "./examples.ts";
import { localTime } from "./print-table.ts";
import { runCommand, type CommandOptions } from "./run-command.ts";

const changedText = ({ phoneNumber, state, quarantinedUntil, endedLeaseOf }: ChangedNumber): string => {
  const until =
    quarantinedUntil === null || state !== "quarantined" ? "" : ` until ${localTime(quarantinedUntil)}`;
  const ended = endedLeaseOf === undefined ? "" : ` The lease of "${endedLeaseOf}" has ended.`;
  return `${phoneNumber} is ${state}${until}.${ended}`;
};

/** `agentpass number suspend|resume|retire|quarantine|lift|consent|share` */
export function addNumberChangeCommands(number: Command): void {
  const change = (name: string, description: string): Command =>
    number
      .command(name)
      .description(description)
      .argument("<number>", "in E.164", e164)
      .option("--json", "print JSON")
      .addHelpText("after", examples(`number ${name} +14155550100`));
  const asking = (name: string, description: string): Command =>
    change(name, description).option("--yes", "do it without asking");

  asking("suspend", "keep a number from being leased; a lease of it ends").action(
    (phoneNumber: string, options: CommandOptions) =>
      runCommand(options, async (server, talk) => {
        const question = `Suspend ${phoneNumber}? It is not leased until it is resumed.`;
        const changed = await server.number.suspend.mutate(
          await confirmOn(server, talk, { phoneNumber, question }),
        );
        return { data: changed, text: changedText(changed) };
      }),
  );

  change("resume", "take a suspended number back into use").action(
    (phoneNumber: string, options: CommandOptions) =>
      runCommand(options, async (server) => {
        const changed = await server.number.resume.mutate({ phoneNumber });
        return { data: changed, text: changedText(changed) };
      }),
  );

  asking("retire", "take a number out of use for good; a lease of it ends, its history stays").action(
    (phoneNumber: string, options: CommandOptions) =>
      runCommand(options, async (server, talk) => {
        const question = `Retire ${phoneNumber}? SMS to it are refused from then on, its provider goes on charging, and only adding it again brings it back.`;
        const changed = await server.number.retire.mutate(
          await confirmOn(server, talk, { phoneNumber, question }),
        );
        return { data: changed, text: changedText(changed) };
      }),
  );

  asking("quarantine", "let a number rest; a lease of it ends")
    .option("--for <duration>", "e.g. 7d; absent: as long as after a lease", duration)
    .action((phoneNumber: string, { for: forMs, ...options }: CommandOptions & { for?: number }) =>
      runCommand(options, async (server, talk) => {
        const question = `Let ${phoneNumber} rest? Nobody gets it meanwhile, its last holder neither.`;
        const seen = await confirmOn(server, talk, { phoneNumber, question });
        const changed = await server.number.quarantine.mutate({
          ...seen,
          ...(forMs === undefined ? {} : { forMs }),
        });
        return { data: changed, text: changedText(changed) };
      }),
    );

  asking("lift", "end a number's rest").action((phoneNumber: string, options: CommandOptions) =>
    runCommand(options, async (server, talk) => {
      const question = `End the rest of ${phoneNumber}? Its next holder may be sent codes that were meant for the last.`;
      const changed = await server.number.lift.mutate(
        await confirmOn(server, talk, { phoneNumber, question }),
      );
      return { data: changed, text: changedText(changed) };
    }),
  );

  addGrantCommand(number, "consent", {
    description: "let a member's agents have a number that other members have used",
    text: (member, granted) =>
      `agents of ${member} ${granted ? "may" : "may no longer"} have it in spite of its history`,
  });
  addGrantCommand(number, "share", {
    description: "let a member's devices see what is sent to a number from now on",
    text: (member, granted) => `${member} ${granted ? "sees" : "no longer sees"} what is sent to it`,
  });
}

interface GrantOptions extends CommandOptions {
  member: string;
  takeBack?: boolean;
}

function addGrantCommand(
  number: Command,
  name: "consent" | "share",
  { description, text }: { description: string; text: (member: string, granted: boolean) => string },
): void {
  number
    .command(name)
    .description(description)
    .argument("<number>", "in E.164", e164)
    .requiredOption("--member <member>", "by name or id")
    .option("--take-back", "not any more")
    .option("--json", "print JSON")
    .addHelpText("after", examples(`number ${name} +14155550100 --member Ada`))
    .action((phoneNumber: string, { member, takeBack = false, ...options }: GrantOptions) =>
      runCommand(options, async (server) => {
        const grant = { phoneNumber, member, granted: !takeBack };
        const result = await server.number[name].mutate(grant);
        return { data: result, text: `${phoneNumber}: ${text(result.memberName, result.granted)}.` };
      }),
    );
}
