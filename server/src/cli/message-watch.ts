import type { AgentMessage } from "@agentpass/shared/agent-api";
import { fullJitterMs } from "@agentpass/shared/feed-client/full-jitter";

export interface MessageWatchOptions {
  /** What is shown before anything that is heard of. */
  begin: () => Promise<AgentMessage[]>;
  /** The messages of these ids (as the feed names them) that the viewer may see and wants to. */
  fetch: (messageIds: string[]) => Promise<AgentMessage[]>;
  /** Called once for each message and each state of it. */
  show: (message: AgentMessage) => void;
  /** A failure that no further try mends. */
  isFinal: (error: unknown) => boolean;
  onFailure: (error: unknown) => void;
}

/** The server gives so many in one answer. */
const BATCH = 50;
/** Messages whose last state is remembered; older ones change no more. */
const REMEMBERED = 5000;

/**
 * Turns the feed's ids into messages that are shown: each of them, in order, once a state, however often the feed or
 * the connection repeats itself. What could not be fetched is tried again.
 */
export class MessageWatch {
  readonly #options: MessageWatchOptions;
  /** Ids to look at, in the order in which they were heard of. */
  #due = new Set<string>();
  readonly #shown = new Map<string, string>();
  #begun = false;
  #running = false;
  #stopped = false;

  constructor(options: MessageWatchOptions) {
    this.#options = options;
  }

  /** The feed is open: from here on nothing is missed. */
  begin(): void {
    if (!this.#running) void this.#run();
  }

  /** An event named this message. */
  hear(messageId: string): void {
    this.#due.add(messageId);
    if (!this.#running) void this.#run();
  }

  #show(message: AgentMessage): void {
    if (this.#shown.get(message.id) === message.state) return;
    this.#shown.delete(message.id);
    this.#shown.set(message.id, message.state);
    const [oldest] = this.#shown.keys();
    if (this.#shown.size > REMEMBERED && oldest !== undefined) this.#shown.delete(oldest);
    this.#options.show(message);
  }

  stop(): void {
    this.#stopped = true;
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let attempt = 0; (this.#due.size > 0 || !this.#begun) && !this.#stopped;) {
      try {
        const found = this.#begun ? await this.#fetchDue() : await this.#options.begin();
        this.#begun = true;
        if (this.#stopped) break;
        for (const message of found) this.#show(message);
        attempt = 0;
      } catch (error) {
        if (this.#options.isFinal(error)) {
          this.stop();
          this.#options.onFailure(error);
        } else await pause(fullJitterMs(attempt++));
      }
    }
    this.#running = false;
  }

  /** Heard of again meanwhile, a message is looked at again. */
  async #fetchDue(): Promise<AgentMessage[]> {
    const ids = [...this.#due].slice(0, BATCH);
    for (const id of ids) this.#due.delete(id);
    try {
      return await this.#options.fetch(ids);
    } catch (error) {
      this.#due = new Set([...ids, ...this.#due]);
      throw error;
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
