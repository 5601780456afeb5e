import { ProblemError } from "@agentpass/shared/problem";
import { told } from "./sentences.ts";

const MAX_WAITS_A_BRIDGE = 500;

/** Which bridge hears of which wait of an agent: the one that opened or resumed it last. */
export class WaitRoutes<Bridge> {
  readonly #byWait = new Map<string, Bridge>();

  get(requestId: string): Bridge | undefined {
    return this.#byWait.get(requestId);
  }

  /** Throws a ProblemError where this bridge has too many already. */
  open(requestId: string, bridge: Bridge): void {
    const own = this.#byWait.values().filter((owner) => owner === bridge);
    if ([...own].length >= MAX_WAITS_A_BRIDGE) throw new ProblemError(told.tooManyWaits);
    this.#byWait.set(requestId, bridge);
  }

  /** Does nothing where another bridge has resumed the wait meanwhile. */
  end(requestId: string, bridge: Bridge): void {
    if (this.#byWait.get(requestId) === bridge) this.#byWait.delete(requestId);
  }

  /** The bridge is gone. */
  drop(bridge: Bridge): void {
    for (const [requestId, owner] of this.#byWait) if (owner === bridge) this.#byWait.delete(requestId);
  }
}
