import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { MOCK_CREDENTIALS_FILE, mockCredentialsFile } from "@agentpass/shared/local-files";
import { fail } from "@agentpass/shared/problem";
import { Secret } from "@agentpass/shared/secret";
import { Command } from "commander";
import { z } from "zod";
import { readJsonFile } from "../config/data-folder.ts";
import { findDataFolder } from "../config/load-config.ts";
import { readEnvironment, type Environment } from "../config/read-environment.ts";
import { e164, wholeNumber } from "./arguments.ts";
import { examples } from "./examples.ts";
import { exitCodes } from "./exit-code.ts";
import { refuseFaults, runningServer } from "./find-server.ts";
import { runLocally, type Answer, type CommandOptions } from "./run-command.ts";
import { deliver, newMessageSid, smsForm, type Delivery, type DeliveryAnswer } from "./signed-sms.ts";
import type { Talk } from "./talk.ts";

interface SimulateOptions extends CommandOptions {
  to: string;
  from: string;
  body: string;
  duplicate: number;
  delay: number;
  badSignature?: boolean;
}

/** What the server answers with when it refuses. */
const refusal = z.object({ problem: z.object({ message: z.string() }) });

/** Sends a signed SMS webhook to the running server, through the same route that Twilio uses. */
export function simulateCommand(): Command {
  return new Command("simulate")
    .description("sends a simulated SMS to the running server, signed as Twilio signs (mock mode only)")
    .requiredOption("--to <number>", "one of the server's numbers, e.g. +15551234567", e164)
    .requiredOption("--body <text>", 'the text, e.g. "Your code is 482913"')
    .option("--from <sender>", "the sender's number, short code or name", "+12025550143")
    .option("--duplicate <times>", "deliver the same message again so many times", wholeNumber(0, 1000), 0)
    .option("--delay <ms>", "milliseconds before the first delivery", wholeNumber(0, 3_600_000), 0)
    .option("--bad-signature", "sign wrongly, to see it refused")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `${examples('simulate --to +15551234567 --body "Your code is 482913"')}

Exit codes: 0 accepted, 1 refused, 2 wrong usage, 3 no server, 4 no mock credentials. Also as: pnpm simulate`,
    )
    .action((options: SimulateOptions) => runLocally(options, (talk) => simulate(options, talk)));
}

async function simulate(options: SimulateOptions, { progress }: Talk): Promise<Answer> {
  const delivery = await prepare(readEnvironment(), options);
  if (options.delay > 0) {
    progress(`Waiting ${options.delay} ms`);
    await pause(options.delay);
  }
  const { form } = delivery;
  const lines = [
    `SMS ${form["MessageSid"]} from ${options.from} to ${options.to}: ${JSON.stringify(options.body)}`,
  ];
  const answers: DeliveryAnswer[] = [];
  for (let repeat = 0; repeat <= options.duplicate; repeat++) {
    progress(`Delivering, ${repeat} of ${options.duplicate + 1}`);
    const answer = await deliver(delivery).catch((error: Error) =>
      fail("unavailable", `The server at ${delivery.url} cannot be reached: ${error.message}`),
    );
    answers.push(answer);
    lines.push(describe(answer, repeat));
    if (answer.status !== 200) process.exitCode = exitCodes.failed;
  }
  const data = {
    id: form["MessageSid"],
    deliveries: answers.map(({ status, body, tookMs }) => ({
      status,
      tookMs,
      refused: status === 200 ? null : reasonIn(body),
    })),
  };
  return { data, text: lines.join("\n") };
}

async function prepare(environment: Environment, options: SimulateOptions): Promise<Delivery> {
  const dataFolder = findDataFolder(environment);
  const webhookSecret = environment.get("WEBHOOK_SECRET");
  refuseFaults(environment);
  const server = await runningServer(dataFolder);
  if (server.mode !== "mock")
    fail(
      "not_allowed",
      `The server at ${server.url} is in ${server.mode} mode, where only real messages count; start one with AGENTPASS_MODE=mock, or try a gateway with: pnpm agentpass gateway test NAME`,
    );
  const credentials = await readJsonFile(path.join(dataFolder, MOCK_CREDENTIALS_FILE), mockCredentialsFile);
  if (!credentials.ok) return fail("not_signed_in", credentials.message);
  const { accountSid, authToken } = credentials.value;
  const webhook = "/webhook/sms-received";
  return {
    url: server.url + webhook,
    signedUrl: (server.publicUrl ?? server.url) + webhook,
    form: smsForm(options, { accountSid, messageSid: newMessageSid() }),
    sender: {
      accountSid,
      authToken: new Secret(authToken),
      webhookSecret: webhookSecret === undefined ? null : new Secret(webhookSecret),
    },
    badSignature: options.badSignature ?? false,
  };
}

/** The server answers a repeat like a first delivery, as Twilio needs it; that it is one is known here. */
function describe({ status, body, tookMs }: DeliveryAnswer, repeat: number): string {
  const what = repeat === 0 ? "stored" : `repeat ${repeat}, accepted and changed nothing`;
  const took = `${tookMs.toFixed(1)} ms`;
  return status === 200 ? `  200 in ${took}: ${what}` : `  ${status} in ${took}: refused: ${reasonIn(body)}`;
}

function reasonIn(body: string): string {
  try {
    return refusal.parse(JSON.parse(body)).problem.message;
  } catch {
    return body.slice(0, 500);
  }
}
