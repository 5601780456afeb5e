import type { Command } from "commander";
import { verifies } from "../../../test/support/verifies.ts";
import { describe, expect, it } from "vitest";
import { commandsOf } from "./command-tree.ts";
import { helpOf } from "../reference/commands-page.ts";
import { COMMAND } from "./examples.ts";
import { agentpassProgram } from "./program.ts";

const tree = commandsOf(agentpassProgram());
const leaves = tree.filter(({ command }) => command.commands.length === 0);

function examplesOf(command: Command): string[] {
  const [, shown = ""] = /\nExamples?:\n((?: {2}.*\n)*)/.exec(helpOf(command)) ?? [];
  return shown.split("\n").flatMap((line) => (line.trim() ? [line.trim()] : []));
}

describe("the agentpass command", () => {
  it.each(tree.map(({ words, command }) => [words.join(" "), command] as const))(
    "says what %s is for, and what each of its arguments and options is",
    (_, command) => {
      expect(command.description()).not.toBe("");
      for (const option of command.options) expect(option.description, option.flags).not.toBe("");
      for (const argument of command.registeredArguments)
        expect(argument.description, argument.name()).not.toBe("");
    },
  );

  it.each(leaves.map(({ words, command }) => [words.join(" "), command] as const))(
    verifies("every-command-json", "has --json and an example for %s"),
    (words, command) => {
      expect(command.options.map(({ long }) => long)).toContain("--json");
      const examples = examplesOf(command);
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) {
        expect(example).toMatch(new RegExp(`^${COMMAND}${words.replace("agentpass", "")}( |$)`));
        expect(usageFault(example), example).toBeNull();
      }
    },
  );

  it("documents its exit codes", () => {
    const help = helpOf(agentpassProgram());
    for (let code = 0; code <= 6; code += 1) expect(help).toMatch(new RegExp(`^ {2}${code} {2}\\S`, "m"));
  });
});

/** What commander has against a line, without running it; null where it is right. */
function usageFault(line: string): string | null {
  const program = agentpassProgram();
  for (const { command } of commandsOf(program))
    command
      .exitOverride()
      .configureOutput({ writeErr: () => {} })
      .action(() => {});
  try {
    program.parse(wordsOf(line.slice(COMMAND.length)), { from: "user" });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A shell's words: quotes keep spaces. */
function wordsOf(line: string): string[] {
  return Array.from(
    line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g),
    ([, single, double, bare]) => single ?? double ?? bare ?? "",
  );
}
