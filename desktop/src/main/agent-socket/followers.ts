import type { AgentBackend } from "../../agent-api/agent-backend.ts";
import type { BridgeConnection } from "./bridge-connection.ts";

/** The bridges that hear what changes of their agent's numbers and messages. Where there are none, nobody listens. */
export class Followers {
  readonly #backend: AgentBackend;
  readonly #bridges = new Set<BridgeConnection>();
  #end: (() => void) | null = null;

  constructor(backend: AgentBackend) {
    this.#backend = backend;
  }

  set(bridge: BridgeConnection, follows: boolean): void {
    if (follows) this.#bridges.add(bridge);
    else this.#bridges.delete(bridge);
    if (this.#bridges.size === 0) {
      this.#end?.();
      this.#end = null;
      return;
    }
    this.#end ??= this.#backend.onHeldChanged((change) => {
      for (const follower of this.#bridges) follower.send({ type: "held.changed", change });
    });
  }
}
