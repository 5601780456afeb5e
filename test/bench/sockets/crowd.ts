import { z } from "zod";
import { cpuMs } from "../process-cost.ts";
import { Worker } from "../worker.ts";
import type { Contender } from "./contenders.ts";

const nothing = z.null();
const heard = z.object({ firstAt: z.number(), lastAt: z.number(), ids: z.array(z.string()) });

/** The clients of one contender, in processes of their own. */
export class Crowd implements AsyncDisposable {
  readonly #workers: readonly Worker[];
  readonly #contender: Contender;

  constructor(contender: Contender, processes = 2) {
    this.#contender = contender;
    this.#workers = Array.from(
      { length: processes },
      () => new Worker(new URL("subscribers.ts", import.meta.url)),
    );
  }

  /** Adds clients, and resolves when they all hear what comes. */
  async connect(count: number): Promise<void> {
    const { kind, port, key } = this.#contender;
    const each = count / this.#workers.length;
    await this.#all((worker) => worker.ask("connect", { kind, port, key, count: each }, nothing));
  }

  /** Sends messages to the server, and waits until every client has each, once and in order; throws where one has not. */
  async hear(messages: number): Promise<{ ms: number }> {
    await this.#all((worker) => worker.ask("expect", messages, nothing));
    const [sent, parts] = await Promise.all([
      this.#contender.send(messages),
      this.#all((worker) => worker.ask("collect", null, heard)),
    ]);
    const wanted = sent.toSorted().join();
    if (parts.some(({ ids }) => ids.toSorted().join() !== wanted))
      throw new Error(`${this.#contender.name}: what was sent is not what came`);
    return {
      ms: Math.max(...parts.map(({ lastAt }) => lastAt)) - Math.min(...parts.map(({ firstAt }) => firstAt)),
    };
  }

  /** Milliseconds of CPU that all the clients have used. */
  cpuMs(): number {
    return this.#workers.reduce((sum, { pid }) => sum + cpuMs(pid), 0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#all((worker) => worker[Symbol.asyncDispose]());
  }

  #all<T>(work: (worker: Worker) => Promise<T>): Promise<T[]> {
    return Promise.all(this.#workers.map(work));
  }
}
