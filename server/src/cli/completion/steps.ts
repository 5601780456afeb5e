import type { Command, Option } from "commander";
import { commandsOf } from "../command-tree.ts";

/** What may come next at one place of a line. */
export interface Step {
  /** The words before it: a command, e.g. `agentpass key create`, or a command and its option, with ` --kind` behind. */
  at: string;
  words: { word: string; description: string }[];
  /** What else may come: files, what `agentpass completion KIND` lists, or a value that nobody knows. */
  also: "files" | "value" | ServerValues | null;
}

/** What the server can be asked for while a line is typed. */
export const serverValues = ["numbers", "agents", "members"] as const;
export type ServerValues = (typeof serverValues)[number];

/** By the placeholder of an argument or an option's value. */
const serverValuesOf: Readonly<Record<string, ServerValues>> = {
  number: "numbers",
  agent: "agents",
  member: "members",
};

/** Every place of the program's lines where something may come next: the data of the shells' scripts. */
export function stepsOf(program: Command): Step[] {
  return commandsOf(program).flatMap(({ command, words }) => {
    const at = words.join(" ");
    return [commandStep(command, at)].concat(command.options.flatMap((option) => optionSteps(option, at)));
  });
}

function commandStep(command: Command, at: string): Step {
  const below = command.commands.map((child) => ({ word: child.name(), description: child.description() }));
  const options = command.options.map((option) => ({
    word: option.long ?? option.flags,
    description: option.description,
  }));
  const values = command.registeredArguments.map((argument) => valueStep(argument.name(), argument));
  return {
    at,
    words: [
      ...below,
      ...values.flatMap((value) => value.words),
      ...options,
      { word: "--help", description: "say how to use it" },
    ],
    also: values.find((value) => value.also !== "value")?.also ?? null,
  };
}

function optionSteps(option: Option, at: string): Step[] {
  const placeholder = /[<[]([^>\].]+)/.exec(option.flags)?.[1];
  if (placeholder === undefined) return [];
  const flags = [option.long, option.short].filter((flag) => flag !== undefined);
  const { words, also } = valueStep(placeholder, option);
  return flags.map((flag) => ({ at: `${at} ${flag}`, words, also }));
}

function valueStep(
  placeholder: string,
  { argChoices, description }: { argChoices?: readonly string[] | undefined; description: string },
): Omit<Step, "at"> {
  if (argChoices !== undefined)
    return { words: argChoices.map((word) => ({ word, description })), also: null };
  return { words: [], also: placeholder === "file" ? "files" : (serverValuesOf[placeholder] ?? "value") };
}
