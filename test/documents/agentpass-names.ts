import { commandsOf } from "../../server/src/cli/command-tree.ts";
import { agentpassProgram } from "../../server/src/cli/program.ts";

const commands = new Map(
  commandsOf(agentpassProgram())
    .filter(({ words }) => words.length > 1)
    .map(({ words, command }) => [words.slice(1).join(" "), command]),
);
const PREFIX = /^(?:pnpm )?agentpass /;

/** Whether it begins as a command of `agentpass` does, without that word: "number import", "doctor --fix". */
export function beginsAsCommand(text: string): boolean {
  const [first = "", second] = text.split(" ");
  return (
    second !== undefined && (commands.has(`${first} ${second}`) || commands.get(first)?.commands.length === 0)
  );
}

/** Whether it is the name of one of the commands and nothing more: `pnpm agentpass settings`, "number import". */
export function isName(text: string): boolean {
  return commands.has(text.replace(PREFIX, ""));
}

/** The whole line for what a sentence shortens: "number import" is `pnpm agentpass number import`. */
export function wholeLine(text: string): string {
  return beginsAsCommand(text) ? `pnpm agentpass ${text}` : text.replace(/^agentpass /, "pnpm agentpass ");
}
