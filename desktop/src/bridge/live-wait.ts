import type { OpenWaitInput, WaitAnswer } from "@agentpass/shared/agent-api";
import { ProblemError } from "@agentpass/shared/problem";
import { randomUUID } from "node:crypto";
import { isFinal } from "../agent-api/is-final.ts";
import type { AgentLink } from "./agent-link.ts";

/** Longer takes only a server that is away, and then the wait itself says so. */
const SETTLED_MS = 3_000;
/** The server's last word, asked for at the client's limit, must fit into the margin of client-limits. */
const LAST_WORD = { reconnectMs: 3_000, totalMs: 5_000 };

export interface WaitOrder {
  link: AgentLink;
  wanted: Omit<OpenWaitInput, "requestId" | "timeoutMs">;
  timeoutMs: number;
  /** `performance.now()` milliseconds: when the wait began, and when the client must have its answer. */
  arrivedAt: number;
  answerBy: number;
  /** Hears once that the wait is open on the server: no message answered it at once. */
  onOpen: () => void;
}

/** One wait on the server, followed over every loss of the connection. */
export class LiveWait {
  readonly requestId: string = randomUUID();
  readonly #order: WaitOrder;
  /** Null: the time is over. */
  readonly #change = Promise.withResolvers<WaitAnswer | null>();
  #opening: Promise<unknown> = Promise.resolve();
  #ends: (() => void)[] = [];
  #stopped = false;

  constructor(order: WaitOrder) {
    this.#order = order;
    // Nobody listens where the first answer was final already.
    this.#change.promise.catch(() => {});
  }

  /** Resolves when no opening of this wait is under way, so that what follows comes after it. */
  async opened(): Promise<void> {
    await this.#opening.catch(() => {});
  }

  /** Opens the wait and gives where it stands at its end: `open` where the client's limit came first. */
  async answer(): Promise<WaitAnswer> {
    const { waits } = this.#order.link;
    let isOpen = false;
    this.#ends.push(
      waits.watch(this.requestId, {
        onChanged: (answer) => this.#hear(answer),
        onMissed: () => {
          if (isOpen) this.#resume();
        },
      }),
    );
    waits.keep(this.requestId);
    await this.#settled();
    this.#goOn();
    const first = await this.#open();
    this.#goOn();
    isOpen = true;
    if (isFinal(first)) return first;
    this.#order.onOpen();
    const timer = setTimeout(() => this.#change.resolve(null), this.#left(this.#end()));
    this.#ends.push(() => clearTimeout(timer));
    return (await this.#change.promise) ?? (await this.#lastWord());
  }

  /** Ends everything on this side. The wait itself stays as it is, touched no more unless somebody keeps it. */
  stop(): void {
    this.#stopped = true;
    for (const end of this.#ends.splice(0)) end();
  }

  /** What an earlier call gave back must be there again before this one looks. */
  #settled(): Promise<void> {
    const enough = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, SETTLED_MS);
      this.#ends.push(() => clearTimeout(timer));
    });
    return Promise.race([this.#order.link.delivery.settled(), enough]);
  }

  /** Throws where the caller is gone: a wait opened after its cancellation would take a code for nobody. */
  #goOn(): void {
    if (this.#stopped) throw new Error("The call was cancelled.");
  }

  #deadline(): number {
    return this.#order.arrivedAt + this.#order.timeoutMs;
  }

  #end(): number {
    return Math.min(this.#deadline(), this.#order.answerBy);
  }

  #left(until: number): number {
    return Math.max(0, until - performance.now());
  }

  #hear(answer: WaitAnswer): void {
    if (isFinal(answer)) this.#change.resolve(answer);
  }

  #open(): Promise<WaitAnswer> {
    const { link, wanted, timeoutMs } = this.#order;
    const remaining = timeoutMs === 0 ? 0 : Math.max(1, Math.round(this.#left(this.#deadline())));
    const opening = link.backend.openWait(
      { ...wanted, requestId: this.requestId, timeoutMs: remaining },
      // Once it was sent the wait is under way, and goes on over a loss of the connection.
      { resendMs: Infinity, totalMs: this.#left(this.#end()) + LAST_WORD.reconnectMs },
    );
    this.#opening = opening;
    return opening;
  }

  #resume(): void {
    this.#open().then(
      (answer) => this.#hear(answer),
      (error: unknown) => {
        // Away again: the next connection asks again, and the limit ends it.
        const away = error instanceof ProblemError && error.problem.code === "unavailable";
        if (!away) this.#change.reject(error);
      },
    );
  }

  #lastWord(): Promise<WaitAnswer> {
    const action = this.#deadline() <= this.#order.answerBy ? "timeout" : "park";
    return this.#order.link.backend.settleWait({ requestId: this.requestId, action }, LAST_WORD);
  }
}
