import type { Readable, Writable } from "node:stream";

const PARENT_CHECK_MS = 400;
const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

export interface Pipes {
  input: Readable;
  output: Writable;
}

/**
 * Calls `end` once, with the exit code, when there is nobody left to serve: end of input, a broken output, a signal,
 * or a parent that is gone (another process may still hold its end of the pipe open); or when an error that nobody
 * expected, a rejection too, leaves unknown what still works.
 */
export function whenProcessEnds({ input, output }: Pipes, end: (exitCode: number) => void): void {
  let ended = false;
  const once = (exitCode: number): void => {
    if (ended) return;
    ended = true;
    end(exitCode);
  };
  input.once("end", () => once(0));
  input.once("close", () => once(0));
  input.once("error", () => once(0));
  output.on("error", () => once(0));
  for (const [signal, exitCode] of Object.entries(signals)) process.on(signal, () => once(exitCode));
  process.on("uncaughtException", (error: unknown) => {
    process.stderr.write(`agentpass-mcp: ${error instanceof Error ? error.stack : String(error)}\n`);
    once(1);
  });
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) once(0);
  }, PARENT_CHECK_MS).unref();
}
