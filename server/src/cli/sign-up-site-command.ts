import { fail } from "@agentpass/shared/problem";
import type { Command } from "commander";
import { readEnvironment } from "../config/read-environment.ts";
import { wholeNumber } from "./arguments.ts";
import { examples } from "./examples.ts";
import { printableJson } from "./printable.ts";
import { reportFailure, type CommandOptions } from "./run-command.ts";
import { deliverToServer, mockSender } from "./simulate/mock-sender.ts";
import { reasonIn } from "./simulate/refusal.ts";

interface Options extends CommandOptions {
  port: number;
}

/** `agentpass sign-up-site`: a made-up web site that sends codes to simulated numbers. */
export function addSignUpSiteCommand(program: Command): void {
  program
    .command("sign-up-site")
    .description("runs a made-up web site that asks for a phone number and sends it a code (mock mode only)")
    .option("--port <port>", "where it listens on 127.0.0.1; 0: any free port", wholeNumber(0, 65_535), 3847)
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `${examples("sign-up-site", "sign-up-site --port 8080")}

For trying an agent: tell it to create an account there. The pages are plain forms without scripts. Everything is in
memory and gone when it ends. docs/simulator.md has a walk.`,
    )
    .action((options: Options) => reportFailure(() => run(options)));
}

async function run({ port, json }: Options): Promise<void> {
  // A server that is not there, or not in mock mode, is told at once.
  await mockSender(readEnvironment());
  // Only here: the other commands need none of it.
  const { startSignUpSite } = await import("./sign-up-site/site.ts");
  const site = await startSignUpSite(port, sendThroughServer).catch((error: NodeJS.ErrnoException) =>
    fail(
      "unavailable",
      `Port ${port} of 127.0.0.1 cannot be used (${error.code ?? error.message}); give another --port.`,
    ),
  );
  console.log(json ? printableJson({ url: site.url }, 0) : guide(site.url));
  const stop = (): void => void site[Symbol.asyncDispose]();
  process.once("SIGINT", stop).once("SIGTERM", stop);
}

/** The server is looked for each time: it may have been started again on another port. */
async function sendThroughServer({ to, body }: { to: string; body: string }): Promise<string | null> {
  try {
    const newSms = await mockSender(readEnvironment());
    const answer = await deliverToServer(newSms({ to, from: "Rosefinch", body }));
    return answer.status === 200 ? null : reasonIn(answer.body);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function guide(url: string): string {
  return `The sign-up site is on ${url}. Tell your agent:

Create an account at ${url} with a phone number from AgentPass.

Ctrl-C ends it.`;
}
