import { setTimeout as pause } from "node:timers/promises";
import { fail } from "@agentpass/shared/problem";
import { Command, Option } from "commander";
import { readEnvironment } from "../config/read-environment.ts";
import { e164, wholeNumber } from "./arguments.ts";
import { examples } from "./examples.ts";
import { exitCodes } from "./exit-code.ts";
import { runLocally, type Answer, type CommandOptions } from "./run-command.ts";
import type { DeliveryAnswer } from "./signed-sms.ts";
import { deliverToServer, mockSender } from "./simulate/mock-sender.ts";
import { playScenario } from "./simulate/play-scenario.ts";
import { reasonIn } from "./simulate/refusal.ts";
import type { Scenario } from "./simulate/scenario.ts";
import { scenarios } from "./simulate/scenarios.ts";
import type { Talk } from "./talk.ts";

interface SimulateOptions extends CommandOptions {
  to?: string;
  from: string;
  body?: string;
  duplicate: number;
  delay: number;
  badSignature?: boolean;
  scenario?: string;
  list?: boolean;
}

/** Sends a signed SMS webhook to the running server, through the same route that Twilio uses; or plays faults on its way. */
export function simulateCommand(): Command {
  return new Command("simulate")
    .description("sends a simulated SMS to the running server, signed as Twilio signs (mock mode only)")
    .option("--to <number>", "one of the server's numbers, e.g. +15551234567", e164)
    .option("--body <text>", 'the text, e.g. "Your code is 482913"')
    .option("--from <sender>", "the sender's number, short code or name", "+12025550143")
    .option("--duplicate <times>", "deliver the same message again so many times", wholeNumber(0, 1000), 0)
    .option("--delay <ms>", "milliseconds before the first delivery", wholeNumber(0, 3_600_000), 0)
    .option("--bad-signature", "sign wrongly, to see it refused")
    .addOption(
      new Option("--scenario <name>", "play a fault and check what must hold, instead of one SMS").choices(
        scenarios.map(({ name }) => name),
      ),
    )
    .option("--list", "print the scenarios")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `${examples('simulate --to +15551234567 --body "Your code is 482913"', "simulate --scenario duplicates")}

One SMS needs --to and --body. A scenario needs neither: it takes a number that no agent holds, and makes codes up.
Exit codes: 0 accepted, or all held; 1 refused, or not; 2 wrong usage, 3 no server, 4 no mock credentials.
Also as: pnpm simulate`,
    )
    .action((options: SimulateOptions) => runLocally(options, (talk) => answerTo(options, talk)));
}

async function answerTo(options: SimulateOptions, talk: Talk): Promise<Answer> {
  if (options.list) return list();
  const { to, body } = options;
  const scenario = scenarios.find(({ name }) => name === options.scenario);
  refuseWrongUsage(
    scenario
      ? faultsBeside(scenario, options)
      : [
          ...(to === undefined ? ["--to is missing; give --to <number>, e.g. --to +15551234567."] : []),
          ...(body === undefined
            ? ['--body is missing; give --body <text>, e.g. "Your code is 482913".']
            : []),
        ],
  );
  if (scenario) return playScenario(scenario, options, talk);
  return simulate({ ...options, to: to ?? "", body: body ?? "" }, talk);
}

function list(): Answer {
  const width = Math.max(...scenarios.map(({ name }) => name.length));
  return {
    data: scenarios.map(({ name, summary, story }) => ({ name, summary, story })),
    text: scenarios.map(({ name, summary }) => `${name.padEnd(width)}  ${summary}`).join("\n"),
  };
}

/** What a scenario decides itself. */
function faultsBeside({ name, server }: Scenario, options: SimulateOptions): string[] {
  const given = [
    ...(options.duplicate > 0 ? ["--duplicate"] : []),
    ...(options.badSignature ? ["--bad-signature"] : []),
    ...(options.delay > 0 && name !== "delay" ? ["--delay"] : []),
    ...(options.to !== undefined && server === "its own" ? ["--to"] : []),
  ];
  return given.map(
    (flag) => `${flag} does not go with --scenario ${name}, which decides that itself; leave it out.`,
  );
}

/** As commander does it for options that are always required. */
function refuseWrongUsage(faults: readonly string[]): void {
  if (faults.length > 0)
    fail(
      "invalid_input",
      `${faults.join("\n")}\n(see: pnpm simulate --help; scenarios: pnpm simulate --list)`,
    );
}

async function simulate(
  options: SimulateOptions & { to: string; body: string },
  { progress }: Talk,
): Promise<Answer> {
  const newSms = await mockSender(readEnvironment());
  const delivery = { ...newSms(options), badSignature: options.badSignature ?? false };
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
    const answer = await deliverToServer(delivery);
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

/** The server answers a repeat like a first delivery, as Twilio needs it; that it is one is known here. */
function describe({ status, body, tookMs }: DeliveryAnswer, repeat: number): string {
  const what = repeat === 0 ? "stored" : `repeat ${repeat}, accepted and changed nothing`;
  const took = `${tookMs.toFixed(1)} ms`;
  return status === 200 ? `  200 in ${took}: ${what}` : `  ${status} in ${took}: refused: ${reasonIn(body)}`;
}
