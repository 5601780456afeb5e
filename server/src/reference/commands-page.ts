import type { Command } from "commander";
import { commandsOf } from "../cli/command-tree.ts";

/** docs/commands.md: what `--help` says of every command. */
export function commandsPage(program: Command): string {
  const commands = commandsOf(program);
  const index = commands
    .filter(({ command }) => command.commands.length === 0)
    .map(({ words, command }) => `- [\`${words.join(" ")}\`](#${words.join("-")}): ${command.description()}`);
  return `# The agentpass command

<!-- Made by \`pnpm docs:api\` from the commands' own help; a test fails where they differ. -->

${index.join("\n")}

${commands.map(({ command, words }) => `## ${words.join(" ")}\n\n\`\`\`text\n${helpOf(command).trimEnd()}\n\`\`\``).join("\n\n")}
`;
}

/** What \`--help\` prints, at a width of its own. */
export function helpOf(command: Command): string {
  let help = "";
  const previous = command.configureOutput();
  command.configureOutput({
    writeOut: (text) => void (help += text),
    getOutHelpWidth: () => 110,
    getOutHasColors: () => false,
  });
  command.outputHelp();
  command.configureOutput(previous);
  return help;
}
