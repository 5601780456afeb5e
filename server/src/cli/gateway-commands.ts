import { readFileSync } from "node:fs";
import { gatewayKinds, type Gateway, type GatewayKind, type NewGateway } from "@agentpass/shared/gateway-api";
import { fail } from "@agentpass/shared/problem";
import { Option, type Command } from "commander";
import { duration, e164 } from "./arguments.ts";
import { examples } from "./examples.ts";
import { exitCodes } from "./exit-code.ts";
import { localTime, table, type Column } from "./print-table.ts";
import { runCommand, type CommandOptions } from "./run-command.ts";

const columns: Column<Gateway>[] = [
  { title: "NAME", value: ({ name }) => name },
  { title: "KIND", value: ({ kind }) => kind },
  { title: "NUMBERS", value: ({ numbers }) => numbers.map(numberText).join(", ") || "none" },
  { title: "ADDED", value: ({ createdAt }) => localTime(createdAt) },
  { title: "OLD SECRET UNTIL", value: ({ oldSecretUntil }) => localTime(oldSecretUntil) },
  { title: "ADDRESS", value: ({ url }) => url },
];

const numberText = ({ phoneNumber, sim }: Gateway["numbers"][number]): string =>
  sim === null ? phoneNumber : `${phoneNumber} (SIM ${sim})`;

/** `agentpass gateway …` */
export function addGatewayCommands(program: Command): void {
  const gateway = program.command("gateway").description("phones with SIM cards that post what they receive");
  addAddCommand(gateway);
  gateway
    .command("list")
    .description("the gateways, with their numbers and addresses")
    .option("--json", "print JSON")
    .addHelpText("after", examples("gateway list"))
    .action((options: CommandOptions) =>
      runCommand(options, async (server) => {
        const gateways = await server.gateway.list.query();
        const none =
          "No gateways; add one with: pnpm agentpass gateway add my-phone --kind android-sms-gateway";
        return { data: gateways, text: gateways.length > 0 ? table(gateways, columns) : none };
      }),
    );
  addTestCommand(gateway);
  addRotateCommand(gateway);
  addRemoveCommand(gateway);
}

const secretOption = () =>
  new Option(
    "--secret-file <file>",
    "take the secret from this file (/dev/stdin: what is piped in) instead of a new one",
  );

/** Not given on the command line, which other users of the machine can read. */
function secretOf(file: string | undefined): { secret?: string } {
  if (file === undefined) return {};
  try {
    return { secret: readFileSync(file, "utf8").trim() };
  } catch (error) {
    return fail("invalid_input", `--secret-file: ${(error as Error).message}`);
  }
}

function addAddCommand(gateway: Command): void {
  gateway
    .command("add")
    .description("add a gateway, and say what to set up on the phone; its secret is shown once")
    .argument("<name>", "small letters, digits and hyphens; the provider of its numbers")
    .addOption(
      new Option("--kind <kind>", "the app on the phone").choices([...gatewayKinds]).makeOptionMandatory(),
    )
    .addOption(secretOption())
    .option("--json", "print JSON")
    .addHelpText("after", examples("gateway add my-phone --kind android-sms-gateway"))
    .action((name: string, options: CommandOptions & { kind: GatewayKind; secretFile?: string }) =>
      runCommand(options, async (server) => {
        const { kind, secretFile } = options;
        const added = await server.gateway.add.mutate({ name, kind, ...secretOf(secretFile) });
        const next = `\n\nThen put its number into the pool, and try it:\n  pnpm agentpass number add +… --provider ${name}\n  pnpm agentpass gateway test ${name} --body "Your code is 482913"`;
        return { data: added, text: setupText(added) + next };
      }),
    );
}

/** What a person needs to set the phone up. */
function setupText({ name, url, secret, steps, oldSecretUntil }: NewGateway): string {
  const old =
    oldSecretUntil === null
      ? ""
      : `The old secret holds until ${localTime(oldSecretUntil)}; enter the new one before.\n\n`;
  const listed = steps.map((step, index) => `  ${index + 1}. ${step}`).join("\n");
  const local = /^http:\/\/(127\.|localhost|\[::1\])/.test(url)
    ? "\n\nOnly this machine reaches this address: set AGENTPASS_API_URL to the public one (https) before you enter it."
    : "";
  return `Gateway  ${name}\nAddress  ${url}\nSecret   ${secret} (shown this once)\n\n${old}Set it up:\n${listed}${local}\n\nWhere WEBHOOK_SECRET is set, enter the address with ?secret=… behind it.`;
}

interface TestOptions extends CommandOptions {
  body: string;
  from?: string;
  to?: string;
}

function addTestCommand(gateway: Command): void {
  gateway
    .command("test")
    .description("send a signed, simulated SMS in the gateway's own shape through the public address")
    .argument("<name>", "the gateway")
    .requiredOption("--body <text>", 'the text, e.g. "Your code is 482913"')
    .option("--from <sender>", "the sender's number, short code or name; absent: +12025550143")
    .option("--to <number>", "which of its numbers, where it has several", e164)
    .option("--json", "print JSON")
    .addHelpText("after", examples('gateway test my-phone --body "Your code is 482913"'))
    .action((name: string, { body, from, to, ...options }: TestOptions) =>
      runCommand(options, async (server, { progress }) => {
        progress("Posting to the public address");
        const tested = await server.gateway.test.mutate({
          name,
          body,
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to }),
        });
        if (!tested.taken) process.exitCode = exitCodes.failed;
        const status = tested.httpStatus ?? "no answer";
        const text = `SMS ${tested.messageId} to ${tested.to}\nPOST ${tested.url}\n  ${status} in ${tested.tookMs} ms: ${tested.answer}`;
        return { data: tested, text };
      }),
    );
}

function addRotateCommand(gateway: Command): void {
  gateway
    .command("rotate-secret")
    .description("make a new secret; the old one holds for an overlap, so that no message is lost")
    .argument("<name>", "the gateway")
    .option("--overlap <duration>", "how long the old secret holds, 0s to 7d", duration, 24 * 3_600_000)
    .addOption(secretOption())
    .option("--json", "print JSON")
    .addHelpText("after", examples("gateway rotate-secret my-phone --overlap 1h"))
    .action((name: string, options: CommandOptions & { overlap: number; secretFile?: string }) =>
      runCommand(options, async (server) => {
        const { overlap: overlapMs, secretFile } = options;
        const rotated = await server.gateway.rotateSecret.mutate({
          name,
          overlapMs,
          ...secretOf(secretFile),
        });
        return { data: rotated, text: setupText(rotated) };
      }),
    );
}

function addRemoveCommand(gateway: Command): void {
  gateway
    .command("remove")
    .description("refuse what a gateway posts from now on, and retire its numbers")
    .argument("<name>", "the gateway")
    .option("--yes", "do it without asking")
    .option("--json", "print JSON")
    .addHelpText("after", examples("gateway remove my-phone"))
    .action((name: string, options: CommandOptions) =>
      runCommand(options, async (server, { confirm }) => {
        const gateway = (await server.gateway.list.query()).find((one) => one.name === name);
        if (!gateway)
          return fail("not_found", `There is no gateway "${name}"; see: pnpm agentpass gateway list`);
        const { numbers } = gateway;
        const fate =
          numbers.length === 0
            ? "It has no numbers."
            : `Its numbers are retired, leases of them end, and SMS to them are refused: ${numbers.map(numberText).join(", ")}.`;
        await confirm(`Remove the gateway "${name}"? ${fate}`);
        const removed = await server.gateway.remove.mutate({ name, ifNumbers: numbers.length });
        const retired = removed.retired.map(
          ({ phoneNumber, endedLeaseOf }) =>
            `\n${phoneNumber} is retired.${endedLeaseOf === undefined ? "" : ` The lease of "${endedLeaseOf}" has ended.`}`,
        );
        return { data: removed, text: `The gateway "${name}" is removed.${retired.join("")}` };
      }),
    );
}
