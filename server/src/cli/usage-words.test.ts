import { Argument, Command, Option } from "commander";
import { describe, expect, test } from "vitest";
import { e164, wholeNumber } from "./arguments.ts";
import { commandsOf } from "./command-tree.ts";
import { agentpassProgram } from "./program.ts";
import { usageWords } from "./usage-words.ts";

/** What a person is told who types these words; null where the line is right. */
function toldBy(program: Command, words: readonly string[]): string | null {
  let told = "";
  for (const { command } of commandsOf(program)) {
    command.exitOverride().configureOutput({
      writeOut: () => {},
      writeErr: () => {},
      outputError: (text) => (told += usageWords(text)),
    });
    if (command.commands.length === 0) command.action(() => {});
  }
  try {
    program.parse(words, { from: "user" });
    return null;
  } catch {
    return told;
  }
}

function sample(): Command {
  return new Command("sample")
    .addArgument(new Argument("<number>").argParser(e164))
    .option("-l, --limit <count>", "", wholeNumber(1, 50))
    .addOption(new Option("--kind <kind>").choices(["agent", "admin"]))
    .addOption(new Option("--all").conflicts("limit"))
    .requiredOption("--to <name>");
}

const RIGHT = ["+15551234567", "--to", "x"];

test.each([
  [["5551234567", "--to", "x"], /^<number>: "5551234567" .*did you mean "\+\d+"\?$/],
  [[...RIGHT, "--limit", "99"], '--limit: "99" will not do. It must be a whole number from 1 to 50.'],
  [[...RIGHT, "--limit", "it's' is invalid. x"], /^--limit: ".*" will not do\. It must be a whole number/],
  [[...RIGHT, "--kind", "x"], '--kind: "x" will not do. It must be one of: agent, admin.'],
  [["--to", "x"], "<number> is missing"],
  [["+15551234567"], "--to is missing; give --to <name>"],
  [[...RIGHT, "--limit"], "--limit has no value; give --limit <count>"],
  [[...RIGHT, "--limits"], "there is no option --limits here; did you mean --limit?"],
  [[...RIGHT, "--zzzzzz"], "there is no option --zzzzzz here; the help lists them"],
  [[...RIGHT, "--all", "--limit", "5"], "--all and --limit do not go together; leave one out"],
  [
    [...RIGHT, "a", "b"],
    "too much was given: +15551234567, a, b; it takes only 1, and a text with spaces needs quotes",
  ],
] as const)("%j is answered in plain words", (words, told) => {
  expect(toldBy(sample(), words)).toMatch(
    typeof told === "string" ? new RegExp(`^${RegExp.escape(told)}$`) : told,
  );
});

test("a command that is not there is answered with the one that was meant", () => {
  expect(toldBy(agentpassProgram(), ["numbr"])).toBe('there is no command "numbr"; did you mean number?');
});

const COMMANDERS =
  /command-argument|is invalid|not specified|argument missing|missing required|unknown (option|command)|Expected|Allowed|^error/;

describe("wrong lines", () => {
  const leaves = commandsOf(agentpassProgram()).filter(({ command }) => command.commands.length === 0);
  test.each(leaves.map(({ words, command }) => [words.slice(1), command] as const))(
    "of %j are never answered in the library's words",
    (words, { options, registeredArguments }) => {
      const values = ["", "x", "-5", "1e9", "+1", "it's 'x'", "\u001b[31m"];
      const flags = options.flatMap(({ long }) => long ?? []);
      const lines = [
        [],
        ["--no-such-option"],
        ["a", "b", "c", "d", "e"],
        ...registeredArguments.flatMap(() => values.map((value) => [value])),
        ...flags.map((flag) => [flag]),
        ...flags.flatMap((flag) => values.map((value) => [flag, value])),
      ];
      const told = lines.flatMap((line) => toldBy(agentpassProgram(), [...words, ...line]) ?? []);
      expect(told.length).toBeGreaterThan(0);
      expect(told.filter((text) => COMMANDERS.test(text))).toEqual([]);
      // oxlint-disable-next-line no-control-regex -- what a terminal would obey
      expect(told.filter((text) => /[\n\u001b]/.test(text))).toEqual([]);
    },
  );
});
