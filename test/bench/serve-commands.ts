import { z } from "zod";

const request = z.object({ command: z.string(), input: z.unknown() });

/** The other end of a `Worker`: does what it is asked, and calls `end` when nobody asks any more. */
export function serveCommands(
  commands: Readonly<Record<string, (input: unknown) => Promise<unknown>>>,
  end: () => Promise<void> | void = () => {},
): void {
  const reply = (message: unknown): void => void process.send?.(message);
  process.on("message", (message) => {
    const { command, input } = request.parse(message);
    const run = commands[command] ?? (() => Promise.reject(new Error("no such command")));
    run(input).then(
      (value) => reply({ ok: true, value: value ?? null }),
      (error: unknown) => reply({ ok: false, why: error instanceof Error ? error.message : String(error) }),
    );
  });
  process.on("disconnect", () => {
    void Promise.resolve(end()).finally(() => process.exit(0));
  });
}
