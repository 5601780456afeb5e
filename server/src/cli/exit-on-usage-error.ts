import { CommanderError, type Command } from "commander";
import { exitCodes } from "./exit-code.ts";

/** Runs a program of commands; wrong usage exits with 2, where commander's own 1 would look like a failure. */
export async function exitOnUsageError(program: Command): Promise<void> {
  forEachCommand(program, (command) => command.exitOverride().showHelpAfterError("(--help says how)"));
  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const asked = ["commander.helpDisplayed", "commander.version"].includes(error.code);
    process.exitCode = asked ? exitCodes.done : exitCodes.usage;
  }
}

function forEachCommand(command: Command, change: (command: Command) => void): void {
  change(command);
  for (const child of command.commands) forEachCommand(child, change);
}
