import type { Step } from "./steps.ts";

/** For fish 3, sourced or as ~/.config/fish/completions/agentpass.fish. */
export function fishScript(steps: readonly Step[]): string {
  const commands = steps.filter(({ at }) => !at.includes(" -"));
  return `# Completion of agentpass for fish: agentpass completion fish > ~/.config/fish/completions/agentpass.fish
function __agentpass_at --argument-names wanted
    set -l at agentpass
    for word in (commandline --tokenize --cut-at-cursor --current-process)[2..]
        contains -- "$at $word" ${commands.map(({ at }) => quoted(at)).join(" ")}
        and set at "$at $word"
    end
    test "$at" = "$wanted"
end
complete --command agentpass --no-files
${commands.flatMap((step) => commandLines(step, steps)).join("\n")}
`;
}

function commandLines({ at, words, also }: Step, steps: readonly Step[]): string[] {
  const rule = `complete --command agentpass --condition ${quoted(`__agentpass_at ${quoted(at)}`)}`;
  const lines = words.map(({ word, description }) => {
    const told = `--description ${quoted(description)}`;
    if (!word.startsWith("--")) return `${rule} --arguments ${quoted(word)} ${told}`;
    const value = steps.find((step) => step.at === `${at} ${word}`);
    return `${rule} --long-option ${word.slice(2)}${value ? valueOf(value) : ""} ${told}`;
  });
  const asked = also === null ? "" : argumentsOf({ words: [], also });
  return asked ? [...lines, rule + asked] : lines;
}

function valueOf(step: Step): string {
  return ` ${step.also === "files" ? "--require-parameter" : "--exclusive"}${argumentsOf(step)}`;
}

function argumentsOf({ words, also }: Pick<Step, "words" | "also">): string {
  if (also === "files") return " --force-files";
  if (also !== null && also !== "value")
    return ` --arguments ${quoted(`(agentpass completion ${also} 2>/dev/null)`)}`;
  return words.length > 0 ? ` --arguments ${quoted(words.map(({ word }) => word).join(" "))}` : "";
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", String.raw`\\`).replaceAll("'", String.raw`\'`)}'`;
}
