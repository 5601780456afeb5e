/** The examples of a command's `--help`, for `.addHelpText("after", examples(…))`; each begins behind `agentpass`. */
export function examples(...lines: readonly [string, ...string[]]): string {
  const shown = lines.map((line) => `  ${COMMAND} ${line}`);
  return `\n${lines.length === 1 ? "Example" : "Examples"}:\n${shown.join("\n")}`;
}

/** What people type before a command's name. */
export const COMMAND = "pnpm agentpass";
