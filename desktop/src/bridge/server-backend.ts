import type {
  GetNumberInput,
  ListMessagesInput,
  OpenWaitInput,
  SettleWaitInput,
  WaitAnswer,
} from "@agentpass/shared/agent-api";
import { waitChanged, type FeedItem } from "@agentpass/shared/feed";
import { ProblemError, type Problem } from "@agentpass/shared/problem";
import { problemOfFailure } from "@agentpass/shared/feed-client/feed-problem";
import type { FeedClient, FeedEndpoint } from "@agentpass/shared/feed-client/feed-session";
import { FeedSupervisor, type FeedState } from "@agentpass/shared/feed-client/feed-supervisor";
import type { AgentBackend, CallLimits } from "./agent-backend.ts";
import { CallGate } from "./call-gate.ts";
import { within } from "./within.ts";

const RECONNECT_MS = 3_000;
/** The server itself answers within 10 s, if only that it cannot. */
const TOTAL_MS = 15_000;
const REPEAT_MS = 100;

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
  readonly #gate = new CallGate();
  readonly #stateListeners = new Set<(state: FeedState) => void>();
  readonly #waitListeners = new Set<(requestId: string, answer: WaitAnswer) => void>();
  readonly #missedListeners = new Set<() => void>();

  constructor({ endpoint, explain }: ServerBackendOptions) {
    this.#explain = explain;
    this.#feed = new FeedSupervisor({
      endpoint,
      onItem: (item) => this.#hear(item),
      onState: (state) => {
        for (const listener of this.#stateListeners) listener(state);
        if (state.state === "live" || isRefused(state)) this.#missed();
      },
    });
  }

  getNumber(input: GetNumberInput) {
    return this.#call((client, signal) => client.agent.getNumber.mutate(input, { signal }));
  }

  listMessages(input: ListMessagesInput) {
    return this.#call((client, signal) => client.agent.listMessages.query(input, { signal }));
  }

  releaseNumber(phoneNumber: string) {
    return this.#call((client, signal) => client.agent.releaseNumber.mutate({ phoneNumber }, { signal }));
  }

  openWait(input: OpenWaitInput, limits: CallLimits = {}) {
    return this.#call((client, signal) => client.agent.openWait.mutate(input, { signal }), limits);
  }

  settleWait(input: SettleWaitInput, limits: CallLimits = {}) {
    return this.#call((client, signal) => client.agent.settleWait.mutate(input, { signal }), limits);
  }

  async touchWaits(requestIds: string[]): Promise<void> {
    await this.#call((client, signal) => client.agent.touchWaits.mutate({ requestIds }, { signal }));
  }

  onWaitChanged(listener: (requestId: string, answer: WaitAnswer) => void): () => void {
    this.#waitListeners.add(listener);
    return () => this.#waitListeners.delete(listener);
  }

  onMissed(listener: () => void): () => void {
    this.#missedListeners.add(listener);
    return () => this.#missedListeners.delete(listener);
  }

  close(): void {
    this.#feed.stop();
  }

  #hear(item: FeedItem): void {
    if (item.type === "gap") this.#missed();
    if (item.type !== "wait.changed") return;
    const { requestId, answer } = waitChanged.parse(item);
    for (const listener of this.#waitListeners) listener(requestId, answer);
  }

  #missed(): void {
    for (const listener of this.#missedListeners) listener();
  }

  /** Runs a call on a live connection, again on the next one where it was lost before the answer. */
  async #call<T>(run: Run<T>, limits: CallLimits = {}): Promise<T> {
    const { reconnectMs = RECONNECT_MS, resendMs = reconnectMs, totalMs = TOTAL_MS } = limits;
    const start = performance.now();
    const left = (limitMs: number): number => Math.min(limitMs, totalMs) - (performance.now() - start);
    const giveUp = AbortSignal.timeout(Math.max(1, Math.ceil(totalMs)));
    let patienceMs = reconnectMs;
    let reason: Problem | null = null;
    while (left(patienceMs) > 0) {
      const client = await this.#liveClient(left(patienceMs));
      patienceMs = resendMs;
      try {
        return await within(
          this.#gate.run(() => this.#send(run, client, giveUp)),
          giveUp,
        );
      } catch (error) {
        reason = giveUp.aborted ? null : problemOfFailure(error);
        if (reason && reason.code !== "unavailable") throw new ProblemError(this.#told(reason));
      }
      await new Promise((resolve) => setTimeout(resolve, REPEAT_MS));
    }
    throw new ProblemError(this.#explain(reason));
  }

  #send<T>(run: Run<T>, client: FeedClient, giveUp: AbortSignal): Promise<T> {
    const now = this.#feed.state;
    // A call on a closed client would open its connection again, beside the supervised one.
    if (now.state !== "live" || now.client !== client || giveUp.aborted)
      return Promise.reject(new Error("The connection was lost before the call was sent."));
    return run(client, giveUp);
  }

  #told(problem: Problem): Problem {
    return problem.code === "not_signed_in" ? this.#explain(problem) : problem;
  }

  /** Gives the client of a live connection; rejects when there is none in time, or at once when the key is refused. */
  async #liveClient(patienceMs: number): Promise<FeedClient> {
    this.#feed.start();
    this.#feed.hurry();
    const now = this.#feed.state;
    if (now.state === "live") return now.client;
    return new Promise((resolve, reject) => {
      let last: Problem | null = null;
      const done = (): void => {
        clearTimeout(timer);
        this.#stateListeners.delete(listener);
      };
      const listener = (state: FeedState): void => {
        if (state.state === "live") {
          done();
          resolve(state.client);
        }
        if (state.state === "away") last = state.problem;
        if (!isRefused(state)) return;
        done();
        reject(new ProblemError(this.#explain(last)));
      };
      const timer = setTimeout(() => {
        done();
        reject(new ProblemError(this.#explain(last)));
      }, patienceMs);
      this.#stateListeners.add(listener);
    });
  }
}

/** The server has been reached, and will not have us: waiting mends nothing. */
function isRefused(state: FeedState): boolean {
  return state.state === "away" && state.problem !== null && state.problem.code !== "unavailable";
}
