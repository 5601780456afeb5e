import { printable } from "./printable.ts";

/** Of the parts that a pattern found; a part that may be left out may not be there. */
type Words = (...parts: (string | undefined)[]) => string;

/** What commander says of a wrong line, and what people are told instead: the name as it is typed, the value, the mend. */
const translations: readonly [RegExp, Words][] = [
  [
    /^command-argument value '(.*)' is invalid for argument '([^']*)'\. (.*)$/,
    (value, name, mend) => wrong(`<${name}>`, value, mend),
  ],
  [
    /^option '([^']*)' argument '(.*)' is invalid\. (.*)$/,
    (flags, value, mend) => wrong(flagOf(flags), value, mend),
  ],
  [/^missing required argument '([^']*)'$/, (name) => `<${name}> is missing`],
  [
    /^required option '([^']*)' not specified$/,
    (flags) => `${flagOf(flags)} is missing; give ${typed(flags)}`,
  ],
  [/^option '([^']*)' argument missing$/, (flags) => `${flagOf(flags)} has no value; give ${typed(flags)}`],
  [
    /^option '([^']*)' cannot be used with option '([^']*)'$/,
    (one, other) => `${flagOf(one)} and ${flagOf(other)} do not go together; leave one out`,
  ],
  [
    /^unknown option '(.*?)'(?: \(Did you mean (.*)\?\))?$/,
    (flag, meant) => `there is no option ${flag} here; ${meaning(meant)}`,
  ],
  [
    /^unknown command '(.*?)'(?: \(Did you mean (.*)\?\))?$/,
    (name, meant) => `there is no command ${JSON.stringify(name)}; ${meaning(meant)}`,
  ],
  [
    /^too many arguments(?: for '[^']*')?\. Expected (\d+) arguments? but got \d+: (.*)\.$/,
    (count, given) =>
      `too much was given: ${given}; it takes ${count === "0" ? "none" : `only ${count}`}, and a text with spaces needs quotes`,
  ],
];

/** Commander's message about a wrong line, in the product's words and on one line. */
export function usageWords(message: string): string {
  const line = printable(message.replace(/^error: /, ""));
  for (const [pattern, words] of translations) {
    const [, ...parts] = pattern.exec(line) ?? [undefined];
    if (parts.length > 0) return words(...parts);
  }
  return line;
}

/** A mend that begins with the value names it itself. */
function wrong(name = "", value = "", mend = ""): string {
  const said = mend.replace(/^Allowed choices are (.*)\.$/, "It must be one of: $1.");
  return said.startsWith('"') ? `${name}: ${said}` : `${name}: ${JSON.stringify(value)} will not do. ${said}`;
}

/** `--limit` of `-l, --limit <number>`. */
const flagOf = (flags = ""): string => /--[\w-]+/.exec(flags)?.[0] ?? flags;
/** `--limit <number>` of `-l, --limit <number>`. */
const typed = (flags = ""): string => flags.slice(Math.max(0, flags.indexOf("--")));

const meaning = (meant: string | undefined): string =>
  meant === undefined ? "the help lists them" : `did you mean ${meant.replace(/^one of /, "")}?`;
