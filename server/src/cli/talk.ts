/** How a command speaks with the person who gave it, besides its answer. */
import type { Readable } from "node:stream";
import { createInterface } from "node:readline/promises";
import { fail } from "@agentpass/shared/problem";
import { cutTo } from "./display-width.ts";
import { COMMAND } from "./examples.ts";
import { printable, printableLines } from "./printable.ts";
import { shellLine } from "./shell-line.ts";

export interface Talk {
  /**
   * Asks before what cannot be undone, and resolves when it may be done. `--yes` answers for the person. Fails where
   * the person says no, and where there is nobody to ask (no terminal), with the line to type instead.
   */
  confirm: (question: string) => Promise<void>;
  /** Says what is being done; a terminal shows it from the first second on, with the seconds that passed. */
  progress: (text: string) => void;
}

/** The terminal's two ends of a talk; stdout is left to the answer. */
export interface Terminal {
  input: Readable & { isTTY?: boolean };
  output: NodeJS.WritableStream & { isTTY?: boolean; columns?: number };
}

const PROGRESS_AFTER_MS = 1000;
const PROGRESS_EVERY_MS = 500;
const CLEAR_LINE = "\r\u001b[K";

/** A talk on this process's terminal, and what ends it. `args`: what was typed behind the command's name. */
export function openTalk(
  { yes, args }: { yes: boolean; args: readonly string[] },
  { input, output }: Terminal,
): Talk & { close: () => void } {
  const spinner = createSpinner(output);
  return {
    progress: spinner.say,
    close: spinner.stop,
    confirm: async (question) => {
      if (yes) return;
      if (!input.isTTY || !output.isTTY)
        return fail(
          "invalid_input",
          `${printable(question)} This cannot be undone, and nobody can be asked here; to do it, type: ${shellLine([...COMMAND.split(" "), ...args, "--yes"])}`,
        );
      spinner.pause();
      const answer = await ask(question, { input, output });
      if (!/^y(es)?$/i.test(answer.trim()))
        return fail("conflict", "Nothing was done: the answer was not yes.");
      spinner.resume();
    },
  };
}

/** An end of input (Ctrl-D) and an interruption (Ctrl-C) count as no. */
async function ask(question: string, { input, output }: Terminal): Promise<string> {
  const lines = createInterface({ input, output });
  const ended = new Promise<string>((resolve) => lines.once("close", () => resolve("")));
  try {
    return await Promise.race([lines.question(`${printableLines(question)} [y/N] `), ended]);
  } finally {
    lines.close();
  }
}

/** A line on a terminal that tells what is being done and for how long; nothing anywhere else. */
function createSpinner(output: Terminal["output"]) {
  const started = performance.now();
  let text = "Working";
  let paused = false;
  let shown = false;
  const clear = (): void => {
    if (shown) output.write(CLEAR_LINE);
    shown = false;
  };
  const draw = (): void => {
    const passed = performance.now() - started;
    if (paused || passed < PROGRESS_AFTER_MS) return;
    const line = `${printable(text)} … ${Math.floor(passed / 1000)} s`;
    output.write(CLEAR_LINE + cutTo(line, (output.columns ?? 80) - 1));
    shown = true;
  };
  const timer = output.isTTY ? setInterval(draw, PROGRESS_EVERY_MS) : undefined;
  timer?.unref();
  return {
    say: (what: string): void => void (text = what),
    pause: (): void => {
      paused = true;
      clear();
    },
    resume: (): void => void (paused = false),
    stop: (): void => {
      clearInterval(timer);
      clear();
    },
  };
}
