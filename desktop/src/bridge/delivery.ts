import type { AgentBackend } from "../agent-api/agent-backend.ts";
import type { OpenWaits } from "./open-waits.ts";

/** An answer that nobody took back for this long has arrived (semantics.md, Delivery). */
const ARRIVED_MS = 15_000;
/** A confirmation is worth a long wait for the server: without it the code would be delivered again. */
const CONFIRM_LIMITS = { reconnectMs: 60_000, totalMs: 75_000 };

interface Unconfirmed {
  requestId: string;
  timer: NodeJS.Timeout;
}

/** Follows each answered wait until the client has shown that it got the answer, or that it did not. */
export class Delivery {
  readonly #backend: AgentBackend;
  readonly #waits: OpenWaits;
  /** By the client's id of the request that was answered. */
  readonly #unconfirmed = new Map<string | number, Unconfirmed>();
  readonly #underWay = new Set<Promise<void>>();

  constructor(backend: AgentBackend, waits: OpenWaits) {
    this.#backend = backend;
    this.#waits = waits;
  }

  /** The answer of this wait is on its way to the client, as the answer to its request `id`. */
  answered(id: string | number, requestId: string): void {
    this.#confirm(id);
    this.#waits.keep(requestId);
    const timer = setTimeout(() => this.#confirm(id), ARRIVED_MS);
    timer.unref();
    this.#unconfirmed.set(id, { requestId, timer });
  }

  /** The client called again, so it has read what came before. */
  nextCall(): void {
    for (const id of this.#unconfirmed.keys()) this.#confirm(id);
  }

  /** The client had given up on this request before the answer reached it. */
  cancelled(id: string | number): void {
    const entry = this.#take(id);
    if (entry) this.abandon(entry.requestId, "give_back");
  }

  /** The pipe is gone: nothing that is not confirmed has arrived. */
  pipeEnded(): void {
    for (const id of this.#unconfirmed.keys()) this.cancelled(id);
  }

  /** Cancels a wait, or gives its answer back; `after` is what must be done first. Fails in silence. */
  abandon(requestId: string, action: "cancel" | "give_back", after?: Promise<unknown>): void {
    const work = Promise.resolve(after)
      .catch(() => {})
      .then(() => this.#backend.settleWait({ requestId, action }))
      .then(
        () => {},
        () => {},
      );
    this.#underWay.add(work);
    void work.finally(() => {
      this.#underWay.delete(work);
      this.#waits.drop(requestId);
    });
  }

  /** Resolves when everything that was given up before is available again: a new wait must find it. */
  async settled(): Promise<void> {
    await Promise.all(this.#underWay);
  }

  #confirm(id: string | number): void {
    const entry = this.#take(id);
    if (!entry) return;
    this.#backend
      .settleWait({ requestId: entry.requestId, action: "confirm" }, CONFIRM_LIMITS)
      // Not confirmed after all this time: the server gives the message out again, marked as redelivered.
      .catch(() => {})
      .finally(() => this.#waits.drop(entry.requestId));
  }

  #take(id: string | number): Unconfirmed | null {
    const entry = this.#unconfirmed.get(id);
    if (!entry) return null;
    this.#unconfirmed.delete(id);
    clearTimeout(entry.timer);
    return entry;
  }
}
