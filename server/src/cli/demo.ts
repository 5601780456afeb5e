/** `pnpm demo`: one code all the way, through real processes: server, signed webhook, MCP client and bridge. */
import { randomInt } from "node:crypto";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { MOCK_CREDENTIALS_FILE, mockCredentialsFile, OWNER_KEY_FILE } from "@agentpass/shared/local-files";
import { fail } from "@agentpass/shared/problem";
import { Secret } from "@agentpass/shared/secret";
import { Command, InvalidArgumentError, Option } from "commander";
import { readJsonFile, readSecretFile } from "../config/data-folder.ts";
import { startDemoAgent, type DemoAgent, type WaitResult } from "./demo-agent.ts";
import { startDemoServer, type DemoServer } from "./demo-server.ts";
import { exitCodes } from "./exit-code.ts";
import { exitOnUsageError } from "./exit-on-usage-error.ts";
import { receiptText } from "./receipt-text.ts";
import { reportFailure } from "./run-command.ts";
import { serverClient } from "./server-client.ts";
import { deliver, newMessageSid, smsForm, type DeliveryAnswer, type SmsText } from "./signed-sms.ts";

/** What the demo can be asked to break, to show that it notices. */
type Break = "webhook" | "agent";

interface DemoOptions {
  break?: Break;
  timeout: number;
}

const program = new Command("demo")
  .description(
    "Shows a code's whole way, from a signed SMS webhook to an agent's hand, and how long it took.",
  )
  .addOption(
    new Option(
      "--break <part>",
      "break the way: webhook signs wrongly, agent stops the bridge's process",
    ).choices(["webhook", "agent"]),
  )
  .option("--timeout <ms>", "how long the agent waits for its code", parseTimeout, 20_000)
  .addHelpText("after", "\nExit codes: 0 the agent got the right code, 1 it did not.")
  .action((options: DemoOptions) => reportFailure(() => demo(options)));
await exitOnUsageError(program);

async function demo(options: DemoOptions): Promise<void> {
  await using server = await startDemoServer();
  say(`A server of the demo's own listens on ${server.url} (ready after ${server.readyMs.toFixed(0)} ms).`);
  await using agent = await startDemoAgent(server.dataFolder);
  const phoneNumber = await randomNumber(agent);
  say(`An MCP client that spawned the bridge asked for a number and got ${phoneNumber}.`);
  const sms = randomSms(phoneNumber);
  const { result, sent, answeredAt } = await sendAndWait({ server, agent, sms, options });
  const got = result.otp?.code;
  if (got !== sms.code) {
    say(`FAILED: the code ${sms.code} was sent, and the agent got ${got ?? `none (${result.status})`}.`);
    process.exitCode = exitCodes.failed;
    return;
  }
  say(`The agent's wait_for_sms answered with the code ${got}.\n`);
  const times = await receiptOf(server, result);
  // All processes share one machine's clock.
  say(
    receiptText([
      ["webhook sent", sent.sentAt],
      ["webhook received", times.receivedAt],
      ["being stored", times.storedAt],
      ["matched to the wait", times.matchedAt],
      ["pushed", times.pushedAt],
      ["answered to the agent", answeredAt],
    ]),
  );
}

/** Of several passports' numbers any one, so that no fixed number passes; three is an agent's limit. */
async function randomNumber(agent: DemoAgent): Promise<string> {
  const numbers = await Promise.all(
    ["signup", "billing", "support"].map((passport) => agent.getNumber(passport)),
  );
  return numbers[randomInt(numbers.length)] ?? fail("pool_exhausted", "The demo's agent got no number.");
}

interface Round {
  server: DemoServer;
  agent: DemoAgent;
  sms: SmsText & { code: string };
  options: DemoOptions;
}

async function sendAndWait({ server, agent, sms, options }: Round) {
  const { opened, result: waiting } = agent.waitForSms({ phoneNumber: sms.to, timeoutMs: options.timeout });
  // Either order brings the code; this one shows the push to a waiting agent.
  await opened;
  if (options.break === "agent") agent.freeze();
  const sent = await sendSms(server, sms, options.break === "webhook");
  say(
    `A signed SMS from ${sms.from} was POSTed to the webhook: ${sent.status} after ${sent.tookMs.toFixed(1)} ms.`,
  );
  const noAnswer: WaitResult = { status: "no answer" };
  const giveUp = new AbortController();
  const result = await Promise.race([
    waiting,
    pause(options.timeout + 2000, noAnswer, giveUp).catch(() => noAnswer),
  ]);
  giveUp.abort();
  // The one that lost the race ends with its process; its failure is no news.
  waiting.catch(() => {});
  return { result, sent, answeredAt: performance.timeOrigin + performance.now() };
}

async function sendSms(server: DemoServer, sms: SmsText, badSignature: boolean): Promise<DeliveryAnswer> {
  const found = await readJsonFile(path.join(server.dataFolder, MOCK_CREDENTIALS_FILE), mockCredentialsFile);
  if (!found.ok) return fail("unavailable", found.message);
  const { accountSid, authToken } = found.value;
  const url = `${server.url}/webhook/sms-received`;
  const form = smsForm(sms, { accountSid, messageSid: newMessageSid() });
  const sender = { accountSid, authToken: new Secret(authToken), webhookSecret: null };
  return deliver({ url, signedUrl: url, form, sender, badSignature });
}

async function receiptOf(server: DemoServer, { id }: WaitResult) {
  const key = await readSecretFile(path.join(server.dataFolder, OWNER_KEY_FILE));
  if (!key.ok) return fail("unavailable", key.message);
  const access = { url: server.url, key: new Secret(key.value), keyFrom: OWNER_KEY_FILE };
  return serverClient(access).message.receipt.query({ id: id ?? "" });
}

/** Code and sender are different each time, so that no canned answer passes. */
function randomSms(to: string): SmsText & { code: string } {
  const code = String(randomInt(100_000, 1_000_000));
  const from = `+1202555${String(randomInt(100, 200)).padStart(4, "0")}`;
  return { to, from, code, body: `${code} is your Example verification code. It expires in 10 minutes.` };
}

function parseTimeout(text: string): number {
  const timeout = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (timeout < 1000) throw new InvalidArgumentError("It must be milliseconds from 1000 to 999999.");
  return timeout;
}

function say(line: string): void {
  console.log(line);
}
