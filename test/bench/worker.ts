import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { z, type ZodType } from "zod";

const answer = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), why: z.string() }),
]);

/** A program of a benchmark in a process of its own, which ends with ours whatever happens. */
export class Worker implements AsyncDisposable {
  readonly #child: ChildProcess;

  constructor(
    program: URL,
    { args = [], execArgv = [] }: { args?: readonly string[]; execArgv?: readonly string[] } = {},
  ) {
    this.#child = fork(fileURLToPath(program), [...args], { execArgv: [...execArgv] });
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Lets the program do one thing at a time; rejects where it fails or ends. */
  async ask<T>(command: string, input: unknown, shape: ZodType<T>): Promise<T> {
    const answered = new AbortController();
    const { signal } = answered;
    const ended = once(this.#child, "exit", { signal }).then(() => {
      throw new Error(`the program ended during ${command}`);
    });
    const given = Promise.race([once(this.#child, "message", { signal }), ended]);
    this.#child.send({ command, input });
    try {
      const [message] = await given;
      const parsed = answer.parse(message);
      if (!parsed.ok) throw new Error(`${command}: ${parsed.why}`);
      return shape.parse(parsed.value);
    } finally {
      answered.abort();
      ended.catch(() => {});
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, "exit");
    if (this.#child.connected) this.#child.disconnect();
    const cut = setTimeout(() => this.#child.kill("SIGKILL"), 5_000);
    await ended;
    clearTimeout(cut);
  }
}
