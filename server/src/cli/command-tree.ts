import type { Command } from "commander";

export interface TreeCommand {
  command: Command;
  /** What is typed to reach it, the program's name first. */
  words: readonly string[];
}

/** The program and all commands below it, each before its own. */
export function commandsOf(command: Command, above: readonly string[] = []): TreeCommand[] {
  const words = [...above, command.name()];
  return [{ command, words }, ...command.commands.flatMap((child) => commandsOf(child, words))];
}
