import type { WaitAnswer } from "@agentpass/shared/agent-api";
import type { AgentBackend } from "../agent-api/agent-backend.ts";

/** The server takes a caller for dead that has not shown itself for 10 s. */
const TOUCH_MS = 5_000;
/** What one touch may name. */
const TOUCH_AT_ONCE = 100;

export interface WaitWatcher {
  onChanged(answer: WaitAnswer): void;
  /** Changes may have been missed: ask where the wait stands. */
  onMissed(): void;
}

/** The waits of this process: brings changes to the calls they belong to, and shows the server that we live. */
export class OpenWaits {
  readonly #backend: AgentBackend;
  readonly #watchers = new Map<string, WaitWatcher>();
  readonly #kept = new Set<string>();
  #timer: NodeJS.Timeout | null = null;

  constructor(backend: AgentBackend) {
    this.#backend = backend;
    backend.onWaitChanged((requestId, answer) => this.#watchers.get(requestId)?.onChanged(answer));
    backend.onMissed(() => {
      for (const watcher of this.#watchers.values()) watcher.onMissed();
    });
  }

  /** Hears of a wait's changes. Gives what ends the hearing. */
  watch(requestId: string, watcher: WaitWatcher): () => void {
    this.#watchers.set(requestId, watcher);
    return () => this.#watchers.delete(requestId);
  }

  /** Touches the wait every 5 s, until `drop`. */
  keep(requestId: string): void {
    this.#kept.add(requestId);
    this.#timer ??= setInterval(() => this.#touch(), TOUCH_MS);
    this.#timer.unref();
  }

  drop(requestId: string): void {
    this.#kept.delete(requestId);
    if (this.#kept.size > 0 || this.#timer === null) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }

  #touch(): void {
    const kept = [...this.#kept];
    for (let from = 0; from < kept.length; from += TOUCH_AT_ONCE)
      // A touch that fails is no news: the connection's own supervision deals with it.
      this.#backend.touchWaits(kept.slice(from, from + TOUCH_AT_ONCE)).catch(() => {});
  }
}
