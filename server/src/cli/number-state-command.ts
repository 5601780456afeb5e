import type { PoolState } from "@agentpass/shared/number-api";
import type { Command } from "commander";
import { durationText } from "../domain/duration.ts";
import { examples } from "./examples.ts";
import { localTime } from "./print-table.ts";
import { runCommand } from "./run-command.ts";

/** `agentpass number state` */
export function addNumberStateCommand(number: Command): void {
  number
    .command("state")
    .description("how many numbers are leased, free and resting, and when none will be free")
    .option("--json", "print JSON")
    .addHelpText("after", examples("number state"))
    .action((options: { json?: boolean }) =>
      runCommand(options, async (server) => {
        const state = await server.number.state.query();
        return { data: state, text: linesOf(state).join("\n") };
      }),
    );
}

function linesOf({
  counts,
  beingBought,
  beingReleased,
  exhaustedAt,
  forecastWindowMs,
  purchases,
}: PoolState): string[] {
  const lines = Object.entries(counts).map(([state, count]) => `${state.padEnd(12)} ${count}`);
  if (beingBought > 0) lines.push(`${"being bought".padEnd(12)} ${beingBought}`);
  if (beingReleased > 0) lines.push(`${"being given back".padEnd(12)} ${beingReleased}`);
  if (counts.available === 0) lines.push("", "No number is free now.");
  else if (exhaustedAt !== undefined && forecastWindowMs !== undefined)
    lines.push(
      "",
      `At the rate of the last ${durationText(Math.round(forecastWindowMs / 60_000) * 60_000)} none will be free by ${localTime(exhaustedAt)}.`,
    );
  if (purchases?.refused !== undefined)
    lines.push("", `No number would be bought then: ${purchases.refused}`);
  else if (purchases !== undefined) lines.push("", "A number is bought when an agent finds none free.");
  return lines;
}
