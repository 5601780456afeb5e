import { CommanderError, type Command } from "commander";
import { commandsOf } from "./command-tree.ts";
import { exitCodes } from "./exit-code.ts";
import { usageWords } from "./usage-words.ts";

/** Runs a program of commands; wrong usage exits with 2, where commander's own 1 would look like a failure. */
export async function exitOnUsageError(program: Command): Promise<void> {
  for (const { command, words } of commandsOf(program))
    command.exitOverride().configureOutput({
      outputError: (text, write) => write(usageError(text, words)),
    });
  // Whoever reads the output may have enough of it: `agentpass audit list | head`.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const asked = ["commander.helpDisplayed", "commander.version"].includes(error.code);
    process.exitCode = asked ? exitCodes.done : exitCodes.usage;
  }
}

/** One line: what is wrong, what was probably meant, and where it is explained. */
function usageError(text: string, words: readonly string[]): string {
  return `${usageWords(text)} (see: pnpm ${[...words, "--help"].join(" ")})\n`;
}
