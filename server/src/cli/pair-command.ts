import { hostname } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import type { PairedDevice, StartedPairing } from "@agentpass/shared/device-api";
import { fail } from "@agentpass/shared/problem";
import { Option, type Command } from "commander";
import { keyText } from "./accept-command.ts";
import { examples } from "./examples.ts";
import { localTime } from "./print-table.ts";
import { runWithoutKey, type CommandOptions } from "./run-command.ts";
import type { ServerClient } from "./server-client.ts";

/** `agentpass device pair` */
export function addPairCommand(device: Command): void {
  device
    .command("pair")
    .description("ask for a key of this device: a code is shown, which somebody of the team approves")
    .addOption(
      new Option("--name <name>", "what this device is called").default(hostname(), "this machine's name"),
    )
    .option("--server <url>", "the server's address, where it is not this machine's or AGENTPASS_API_URL's")
    .option("--json", "print JSON")
    .addHelpText("after", examples('device pair --name "Build machine" --server https://sms.example.com'))
    .action((options: CommandOptions & { name: string; server?: string }) =>
      runWithoutKey(options, options.server?.replace(/\/+$/, ""), async (server, { progress }) => {
        const started = await server.pairing.start.mutate({
          deviceName: options.name,
          platform: process.platform,
        });
        // The answer is the key alone; what a person has to read meanwhile goes where questions go.
        console.error(
          `Code: ${started.userCode}\n\nA member approves it in the app, or with: pnpm agentpass device approve ${started.userCode}\nMore at ${started.url}. It holds until ${localTime(started.expiresAt)}.`,
        );
        progress("Waiting to be approved");
        const paired = await approval(server, started);
        return { data: paired, text: keyText(paired, started.url.replace(/\/pair$/, "")) };
      }),
    );
}

/** Asks as often as it may until somebody has answered. */
async function approval(
  server: ServerClient,
  { deviceCode, intervalMs }: StartedPairing,
): Promise<PairedDevice> {
  let wait = intervalMs;
  for (;;) {
    await pause(wait);
    const answer = await server.pairing.poll.mutate({ deviceCode });
    switch (answer.status) {
      case "pending":
      case "slow_down":
        wait = answer.intervalMs;
        break;
      case "approved": {
        const { status: _status, ...paired } = answer;
        return paired;
      }
      case "denied":
        return fail("not_allowed", "The device was refused.");
      case "expired":
        return fail("conflict", "Nobody approved the device within 10 minutes; start again.");
      case "used":
        return fail(
          "conflict",
          "Its key was given to another caller already; remove that device and start again.",
        );
    }
  }
}
