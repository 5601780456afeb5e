import { Argument, type Command } from "commander";
import { bashScript } from "./completion/bash.ts";
import { fishScript } from "./completion/fish.ts";
import { serverValues, stepsOf, type ServerValues } from "./completion/steps.ts";
import { zshScript } from "./completion/zsh.ts";
import { examples } from "./examples.ts";
import { runCommand, runLocally, type CommandOptions } from "./run-command.ts";
import type { ServerClient } from "./server-client.ts";

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript };
type Shell = keyof typeof scripts;
const shells = Object.keys(scripts) as Shell[];

/** Whoever presses Tab does not wait longer. */
const PATIENCE_MS = 1500;

/** `agentpass completion …` */
export function addCompletionCommand(program: Command): void {
  program
    .command("completion")
    .description("a shell's script that completes this command's lines")
    .addArgument(
      new Argument("<what>", "the shell; the scripts themselves ask for the rest, one value a line").choices([
        ...shells,
        ...serverValues,
      ]),
    )
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `${examples("completion bash", "completion fish")}

Make "agentpass" a command, e.g. with: ln -s "$PWD/server/src/cli/agentpass.ts" ~/.local/bin/agentpass
Then add, for bash to ~/.bashrc and for zsh behind compinit to ~/.zshrc: source <(agentpass completion bash)
for fish: agentpass completion fish > ~/.config/fish/completions/agentpass.fish`,
    )
    .action((what: Shell | ServerValues, options: CommandOptions) =>
      isShell(what)
        ? runLocally(options, async () => {
            const script = scripts[what](stepsOf(program));
            return { data: { shell: what, script }, text: script };
          })
        : runCommand(options, async (server) => {
            const values = await valuesFrom[what](server, AbortSignal.timeout(PATIENCE_MS));
            return { data: values, text: values.join("\n") };
          }),
    );
}

function isShell(what: Shell | ServerValues): what is Shell {
  return what in scripts;
}

const valuesFrom: Record<ServerValues, (server: ServerClient, signal: AbortSignal) => Promise<string[]>> = {
  numbers: async (server, signal) =>
    (await server.number.list.query({ limit: 200 }, { signal })).numbers.map(
      ({ phoneNumber }) => phoneNumber,
    ),
  agents: async (server, signal) =>
    (await server.agent.list.query(undefined, { signal })).map(({ name }) => name),
  members: async (server, signal) =>
    (await server.member.list.query(undefined, { signal })).map(({ name }) => name),
};
