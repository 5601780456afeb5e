import type { TeamSummary } from "@agentpass/shared/team-api";
import type { Command } from "commander";
import { examples } from "./examples.ts";
import { localTime } from "./print-table.ts";
import { runCommand, type CommandOptions } from "./run-command.ts";

const shown = (team: TeamSummary): string =>
  [
    `Team     ${team.name} (since ${localTime(team.createdAt)})`,
    `Mode     ${team.mode === "mock" ? "mock: simulated numbers and messages" : "live"}`,
    `Members  ${team.members}`,
    `Devices  ${team.devices}`,
    `Agents   ${team.agents}`,
    `Numbers  ${team.numbers}`,
  ].join("\n");

/** `agentpass team …` */
export function addTeamCommands(program: Command): void {
  const team = program.command("team").description("the team that owns the numbers");

  team
    .command("show")
    .description("its name and mode, and how much of everything it has")
    .option("--json", "print JSON")
    .addHelpText("after", examples("team show"))
    .action((options: CommandOptions) =>
      runCommand(options, async (server) => {
        const found = await server.team.show.query();
        return { data: found, text: shown(found) };
      }),
    );

  team
    .command("rename")
    .description("give the team another name")
    .argument("<name>", "the new name")
    .option("--json", "print JSON")
    .addHelpText("after", examples('team rename "Growth team"'))
    .action((name: string, options: CommandOptions) =>
      runCommand(options, async (server) => {
        const renamed = await server.team.rename.mutate({ name });
        return { data: renamed, text: `The team is called "${renamed.name}" now.` };
      }),
    );
}
