import { parsePhoneNumber, type E164 } from "@agentpass/shared/phone-number";
import { fail } from "@agentpass/shared/problem";
import { InvalidArgumentError, type Command } from "commander";
import { examples } from "./examples.ts";
import { printableJson } from "./printable.ts";
import { reportFailure } from "./run-command.ts";
import type { EmulatorOptions, TwilioEmulator } from "./twilio-emulator/emulator.ts";

interface Options {
  port: number;
  numbers: E164[];
  webhook: string;
  accountSid?: string;
  authToken?: string;
  json?: boolean;
}

const WEBHOOK = "http://127.0.0.1:3846/webhook/sms-received";

/** `agentpass twilio-emulator`: runs until it is interrupted. */
export function addTwilioEmulatorCommand(program: Command): void {
  program
    .command("twilio-emulator")
    .description("a Twilio of your own on this machine: its REST API and signed webhooks, without an account")
    .option("--port <port>", "where it listens on 127.0.0.1; 0 is any free port", port, 4010)
    .option("--numbers <list>", "the account's numbers, comma-separated", numbers, [
      "+14155550100" as E164,
      "+14155550101" as E164,
    ])
    .option("--webhook <url>", "where the numbers send their SMS", webhook, WEBHOOK)
    .option(
      "--account-sid <sid>",
      "AC and 32 hexadecimal digits, to keep it over a restart; else a new one",
      accountSid,
    )
    .option("--auth-token <token>", "to keep it over a restart; else a new one")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `${examples("twilio-emulator --numbers +14155550100,+14155550101")}

Everything is in memory and gone when it ends. POST /emulator/faults makes coming requests fail, POST /emulator/account
suspends the account, GET /emulator shows what there is; docs/twilio.md has the fields.`,
    )
    .action((options: Options) => reportFailure(() => run(options)));
}

async function run(options: Options): Promise<void> {
  // Only here: the other commands need none of it.
  const { startTwilioEmulator } = await import("./twilio-emulator/emulator.ts");
  const emulator = await startTwilioEmulator(options as EmulatorOptions).catch(
    (error: NodeJS.ErrnoException) =>
      fail(
        "unavailable",
        `Port ${options.port} of 127.0.0.1 cannot be used (${error.code ?? error.message}); give another --port.`,
      ),
  );
  const { url, accountSid, authToken } = emulator;
  console.log(options.json ? printableJson({ url, accountSid, authToken }, 0) : guide(emulator, options));
  const stop = (): void => void emulator.close();
  process.once("SIGINT", stop).once("SIGTERM", stop);
}

function guide(emulator: TwilioEmulator, { numbers, webhook }: Options): string {
  const [first = ""] = numbers;
  const sms = { from: "+12025550147", to: first, body: "Your code is 482913" };
  return `Twilio is emulated on ${emulator.url}. Start a server against it, in another terminal:

TWILIO_ACCOUNT_SID=${emulator.accountSid} \\
TWILIO_AUTH_TOKEN=${emulator.authToken} \\
TWILIO_API_BASE_URL=${emulator.url} \\
TWILIO_PHONE_NUMBERS=${numbers.join(",")} \\
AGENTPASS_API_URL=${baseOf(webhook)} \\
pnpm start

Make an SMS arrive (it is sent, signed, to ${webhook}):

curl -s ${emulator.url}/emulator/messages -H 'content-type: application/json' \\
  -d '${JSON.stringify(sms)}'

Ctrl-C ends it.`;
}

/** What the server has to be told so that it checks signatures over the URL that is called. */
function baseOf(webhook: string): string {
  const { origin, pathname } = new URL(webhook);
  return origin + pathname.replace(/\/(webhook\/sms-received)?$/, "");
}

function port(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError("It must be a whole number from 0 to 65535.");
}

function numbers(text: string): E164[] {
  return text
    .split(",")
    .filter((entry) => entry.trim() !== "")
    .map((entry) => {
      const parsed = parsePhoneNumber(entry.trim());
      if (parsed.ok) return parsed.e164;
      throw new InvalidArgumentError(parsed.message);
    });
}

function webhook(text: string): string {
  if (URL.canParse(text) && /^https?:/i.test(text)) return text;
  throw new InvalidArgumentError(`It must be a URL that starts with http:// or https://, e.g. ${WEBHOOK}.`);
}

function accountSid(text: string): string {
  if (/^AC[0-9a-f]{32}$/.test(text)) return text;
  throw new InvalidArgumentError('It must be "AC" and 32 hexadecimal digits in lower case.');
}
