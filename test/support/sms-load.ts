import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { vi } from "vitest";
import type { History } from "./history.ts";
import { randomCode, type RunningServer } from "./running-server.ts";

export interface SmsLoadOptions {
  /** Each delivery goes to one of them; a repeat perhaps to another. */
  servers: readonly Pick<RunningServer, "signed" | "post">[];
  history: History;
  numbers: readonly string[];
  random?: () => number;
  /** The longest pause between two of a lane, of which there are three; by default 30 ms. */
  longestGapMs?: number;
}

/** Deliveries under way at once. */
const LANES = 3;
const LONGEST_GAP_MS = 30;
/** A message that could not be delivered so often is given up, as Twilio does. */
const TRIES = 8;

/** A light load of signed SMS, each with a sender and a code of its own, delivered as a provider would that retries. */
export class SmsLoad {
  /** Tries that got no 2xx: 5xx, or a connection that broke. */
  refused = 0;
  readonly #options: SmsLoadOptions;
  readonly #random: () => number;
  readonly #stopping = new AbortController();
  #lanes: Promise<void>[] = [];
  #sent = 0;

  constructor(options: SmsLoadOptions) {
    this.#options = options;
    this.#random = options.random ?? Math.random;
  }

  start(): void {
    this.#lanes = Array.from({ length: LANES }, () => this.#lane());
  }

  /** Resolves when so many more have been acknowledged than now. */
  async acknowledgedMore(count: number): Promise<void> {
    const { history } = this.#options;
    const goal = history.acknowledgedIds().length + count;
    await vi.waitUntil(() => history.acknowledgedIds().length >= goal, { timeout: 40_000, interval: 20 });
  }

  /** Resolves when what was under way has been answered or given up. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#lanes);
  }

  async #lane(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      await this.#one();
      await pause(this.#random() * (this.#options.longestGapMs ?? LONGEST_GAP_MS));
    }
  }

  async #one(): Promise<void> {
    const { history, numbers } = this.#options;
    const id = `SM${randomBytes(16).toString("hex")}`;
    const to = this.#oneOf(numbers);
    const code = randomCode();
    const from = `+1202555${String(this.#sent++).padStart(4, "0")}`;
    history.sent({ id, to, code });
    const message = { MessageSid: id, To: to, From: from, Body: `Your code is ${code}` };
    for (let tries = 0; tries < TRIES; tries++) {
      if (!(await this.#delivered(message))) {
        this.refused += 1;
        await pause(100 * (tries + 1));
        continue;
      }
      history.acknowledged(id);
      // Providers deliver the same again now and then, also what was acknowledged.
      if (this.#random() < 0.2) await this.#delivered(message);
      return;
    }
  }

  async #delivered(message: Record<string, string>): Promise<boolean> {
    const server = this.#oneOf(this.#options.servers);
    return server.post(server.signed(message)).then(
      (status) => status >= 200 && status < 300,
      () => false,
    );
  }

  #oneOf<T>(list: readonly T[]): T {
    const chosen = list[Math.floor(this.#random() * list.length)];
    if (chosen === undefined) throw new Error("nothing to choose from");
    return chosen;
  }
}
