import type { AgentBackend } from "../agent-api/agent-backend.ts";
import { linkTo, type AgentLink } from "./agent-link.ts";
import { GivenNumbers } from "./given-numbers.ts";
import { HeldWatch, type HeldWish } from "./resources/held-watch.ts";
import type { ToolContext } from "./tool-context.ts";

const LAST_WORDS_MS = 500;

/** What one bridge process knows: its backend, reached at the first call that needs it, and its client's doings. */
export class Bridge implements ToolContext {
  readonly numbers = new GivenNumbers();
  /** The client's subscriptions to resources. */
  readonly watch = new HeldWatch();
  /** What the client calls itself; it may claim anything. */
  clientName = "";
  readonly #choose: (clientName: string) => Promise<AgentBackend>;
  #linking: Promise<AgentLink> | null = null;
  #link: AgentLink | null = null;
  /** Arrival of the calls that have not begun to run, `performance.now()` milliseconds. */
  readonly #arrivals = new Map<string | number, number>();

  constructor(choose: (clientName: string) => Promise<AgentBackend>) {
    this.#choose = choose;
  }

  async link(): Promise<AgentLink> {
    this.#linking ??= this.#choose(this.clientName).then((backend) => this.#linkTo(backend));
    try {
      return await this.#linking;
    } catch (error) {
      // Nothing to choose yet; the next call looks again.
      this.#linking = null;
      throw error;
    }
  }

  /** The link, where something has needed it already. */
  get linked(): AgentLink | null {
    return this.#link;
  }

  #linkTo(backend: AgentBackend): AgentLink {
    this.#link = linkTo(backend);
    this.watch.linked(this.#link);
    return this.#link;
  }

  /** A tools/call came over the pipe: it tells that earlier answers have arrived. */
  callArrived(id: string | number): void {
    this.#arrivals.set(id, performance.now());
    this.#link?.delivery.nextCall();
  }

  /** When the call came, for the one place that runs it. */
  arrivalOf(id: string | number): number {
    const arrivedAt = this.#arrivals.get(id) ?? performance.now();
    this.#arrivals.delete(id);
    return arrivedAt;
  }

  /** The client holds a subscription of this id from now on, until it cancels it. */
  listening(id: string | number, wish: HeldWish): void {
    this.watch.want(id, wish);
    // Where there is nothing to follow yet, a later call makes the link.
    if (wish.uris.length > 0) this.link().catch(() => {});
  }

  callCancelled(id: string | number): void {
    this.watch.want(id, null);
    this.#link?.delivery.cancelled(id);
  }

  /** Gives back what did not arrive; resolves after at most half a second. */
  async end(): Promise<void> {
    if (this.#link === null) return;
    const { backend, delivery } = this.#link;
    // Calls that were aborted by the end say so to their waits first.
    await new Promise((resolve) => setImmediate(resolve));
    delivery.pipeEnded();
    const bound = new Promise<void>((resolve) => setTimeout(resolve, LAST_WORDS_MS));
    await Promise.race([delivery.settled(), bound]);
    backend.close();
  }
}
