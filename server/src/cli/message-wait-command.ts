import type { WaitAnswer } from "@agentpass/shared/agent-api";
import type { Command } from "commander";
import { readEnvironment } from "../config/read-environment.ts";
import { duration, e164 } from "./arguments.ts";
import { examples } from "./examples.ts";
import { exitCodes } from "./exit-code.ts";
import { findServer } from "./find-server.ts";
import { runCommand, type CommandOptions } from "./run-command.ts";
import { waitForMessage } from "./wait-for-message.ts";

interface WaitOptions extends CommandOptions {
  number: string;
  service?: string;
  timeout: number;
}

/** `agentpass message wait`, for whoever works with an agent's key and without an MCP client. */
export function addMessageWaitCommand(message: Command): void {
  message
    .command("wait")
    .description("as an agent: wait for the next code to your number, and take it")
    .requiredOption("--number <number>", "the number that you hold", e164)
    .option("--service <service>", "only messages of this service, e.g. github.com")
    .option("--timeout <duration>", "how long, e.g. 90s", duration, 60_000)
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `${examples("message wait --number +15551234567 --timeout 2m")}

Prints the code alone, or the text where there is none. The exit code is 1 where nothing came.`,
    )
    .action(({ number, service, timeout, ...options }: WaitOptions) =>
      runCommand(options, async (server, { progress }) => {
        progress(`Waiting for an SMS to ${number}`);
        const answer = await waitForMessage(server, await findServer(readEnvironment()), {
          phoneNumber: number,
          timeoutMs: timeout,
          ...(service === undefined ? {} : { service }),
        });
        if (answer.status !== "received") process.exitCode = exitCodes.failed;
        return { data: answer, text: textOf(answer, number) };
      }),
    );
}

function textOf(answer: WaitAnswer, number: string): string {
  switch (answer.status) {
    case "received":
      return answer.message.otp?.code ?? answer.message.body ?? "(no text)";
    case "timeout":
      return `No SMS for you came to ${number} in time.`;
    case "cancelled":
      return "Cancelled; nothing was taken.";
    case "number_released":
      return `You do not hold ${number} any more.`;
    case "provider_blocked":
      return "An SMS came, but its provider withheld the text (Twilio's error 30038).";
    case "denied":
      return "A code came, and was not let through.";
    case "open":
    case "approval_pending":
      return "The wait is still open.";
  }
}
