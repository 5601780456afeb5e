import type {
  GetNumberInput,
  ListMessagesInput,
  OpenWaitInput,
  SettleWaitInput,
  WaitAnswer,
} from "@agentpass/shared/agent-api";
import { waitChanged, type FeedItem } from "@agentpass/shared/feed";
import type { Problem } from "@agentpass/shared/problem";
import { problemOfFailure } from "@agentpass/shared/feed-client/feed-problem";
import type { FeedClient, FeedEndpoint } from "@agentpass/shared/feed-client/feed-session";
import { FeedSupervisor, type FeedState } from "@agentpass/shared/feed-client/feed-supervisor";
import type { AgentBackend, CallLimits, HeldChange } from "./agent-backend.ts";
import { CallGate } from "./call-gate.ts";
import { heldChange } from "./held-change.ts";
import { isRefusal, LiveConnection } from "./live-connection.ts";
import { repeatedCall } from "./repeated-call.ts";

/**
 * tRPC's client puts everything that is sent in one tick into one frame, and the server takes at most 20 calls and
 * 64 KiB a frame; five of the largest calls there are fit.
 */
const CALLS_AT_ONCE = 5;

export interface ServerBackendOptions {
  endpoint: () => Promise<FeedEndpoint>;
  /** What to tell a person when the server cannot be reached, or refuses the key. */
  explain: (problem: Problem | null) => Problem;
}

type Run<T> = (client: FeedClient, signal: AbortSignal) => Promise<T>;

/** The agent API straight on the server: tRPC over one WebSocket, opened at the first call. */
export class ServerBackend implements AgentBackend {
  readonly #explain: ServerBackendOptions["explain"];
  readonly #feed: FeedSupervisor;
  readonly #gate = new CallGate(CALLS_AT_ONCE);
  readonly #live: LiveConnection<FeedClient>;
  #closed = false;
  readonly #waitListeners = new Set<(requestId: string, answer: WaitAnswer) => void>();
  readonly #heldListeners = new Set<(change: HeldChange) => void>();
  readonly #missedListeners = new Set<() => void>();

  constructor({ endpoint, explain }: ServerBackendOptions) {
    this.#explain = explain;
    this.#live = new LiveConnection(explain);
    this.#feed = new FeedSupervisor({
      endpoint,
      onItem: (item) => this.#hear(item),
      onState: (state) => this.#enter(state),
    });
  }

  getNumber(input: GetNumberInput, limits: CallLimits = {}) {
    return this.#call((client, signal) => client.agent.getNumber.mutate(input, { signal }), limits);
  }

  listMessages(input: ListMessagesInput, limits: CallLimits = {}) {
    return this.#call((client, signal) => client.agent.listMessages.query(input, { signal }), limits);
  }

  releaseNumber(phoneNumber: string, limits: CallLimits = {}) {
    return this.#call(
      (client, signal) => client.agent.releaseNumber.mutate({ phoneNumber }, { signal }),
      limits,
    );
  }

  listNumbers(limits: CallLimits = {}) {
    return this.#call((client, signal) => client.agent.listNumbers.query(undefined, { signal }), limits);
  }

  openWait(input: OpenWaitInput, limits: CallLimits = {}) {
    return this.#call((client, signal) => client.agent.openWait.mutate(input, { signal }), limits);
  }

  settleWait(input: SettleWaitInput, limits: CallLimits = {}) {
    return this.#call((client, signal) => client.agent.settleWait.mutate(input, { signal }), limits);
  }

  async touchWaits(requestIds: string[], limits: CallLimits = {}): Promise<void> {
    await this.#call((client, signal) => client.agent.touchWaits.mutate({ requestIds }, { signal }), limits);
  }

  onWaitChanged(listener: (requestId: string, answer: WaitAnswer) => void): () => void {
    this.#waitListeners.add(listener);
    return () => this.#waitListeners.delete(listener);
  }

  onHeldChanged(listener: (change: HeldChange) => void): () => void {
    this.#heldListeners.add(listener);
    return () => this.#heldListeners.delete(listener);
  }

  onMissed(listener: () => void): () => void {
    this.#missedListeners.add(listener);
    return () => this.#missedListeners.delete(listener);
  }

  close(): void {
    this.#closed = true;
    this.#feed.stop();
    this.#live.close();
  }

  #enter(state: FeedState): void {
    if (state.state === "live") this.#live.found(state.client);
    if (state.state === "away") this.#live.lost(state.problem);
    if (state.state === "live" || (state.state === "away" && isRefusal(state.problem))) this.#missed();
  }

  #hear(item: FeedItem): void {
    if (item.type === "gap") this.#missed();
    const held = this.#heldListeners.size === 0 ? null : heldChange(item);
    if (held !== null) for (const listener of this.#heldListeners) listener(held);
    if (item.type !== "wait.changed") return;
    const { requestId, answer } = waitChanged.parse(item);
    for (const listener of this.#waitListeners) listener(requestId, answer);
  }

  #missed(): void {
    for (const listener of this.#missedListeners) listener();
  }

  #call<T>(run: Run<T>, limits: CallLimits): Promise<T> {
    return repeatedCall({
      limits,
      gate: this.#gate,
      connection: (patienceMs) => this.#client(patienceMs),
      send: (client, _left, giveUp) => this.#send(run, client, giveUp),
      finalProblem: (error) => {
        const problem = problemOfFailure(error);
        return problem && problem.code !== "unavailable" ? this.#told(problem) : null;
      },
      explain: (failure) => this.#explain(problemOfFailure(failure)),
    });
  }

  #client(patienceMs: number): Promise<FeedClient> {
    if (!this.#closed) {
      this.#feed.start();
      this.#feed.hurry();
    }
    return this.#live.next(patienceMs);
  }

  #send<T>(run: Run<T>, client: FeedClient, giveUp: AbortSignal): Promise<T> {
    // A call on a closed client would open its connection again, beside the supervised one.
    if (this.#live.current !== client || giveUp.aborted)
      return Promise.reject(new Error("The connection was lost before the call was sent."));
    return run(client, giveUp);
  }

  #told(problem: Problem): Problem {
    return problem.code === "not_signed_in" ? this.#explain(problem) : problem;
  }
}
