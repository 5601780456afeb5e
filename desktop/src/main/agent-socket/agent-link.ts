import { feedUrl } from "@agentpass/shared/feed-client/feed-url";
import { fail, type Problem } from "@agentpass/shared/problem";
import { Secret } from "@agentpass/shared/secret";
import type { CallLimits } from "../../agent-api/agent-backend.ts";
import { isFinal } from "../../agent-api/is-final.ts";
import { ServerBackend } from "../../agent-api/server-backend.ts";
import type { CallFrame } from "../../tray-protocol/frames.ts";
import type { AgentAccount } from "./account.ts";
import type { BridgeConnection } from "./bridge-connection.ts";
import { runCall } from "./run-call.ts";
import { Followers } from "./followers.ts";
import { refusedProblem, serverAwayProblem, told } from "./sentences.ts";
import { WaitRoutes } from "./wait-routes.ts";

/** The bridge gives up when its own time is over; the server's word must be there before. */
const ANSWER_MARGIN_MS = 500;

export interface AgentLinkOptions {
  name: string;
  key: Secret;
  account: AgentAccount;
  accountId: string;
  /** Why this agent's work is over, where it is. */
  ended(): Problem | null;
  /** Every bridge of this agent hears that changes may have been missed. */
  onMissed(): void;
  /** The server took the key, or refused it. */
  onAccepted(accepted: boolean): void;
}

/** One local agent's work on the server: one connection with its key, shared by all of its bridges. */
export class AgentLink {
  readonly #options: AgentLinkOptions;
  readonly #backend: ServerBackend;
  readonly #routes = new WaitRoutes<BridgeConnection>();
  readonly #followers: Followers;

  constructor(options: AgentLinkOptions) {
    this.#options = options;
    this.#backend = new ServerBackend({
      endpoint: async () => ({ url: feedUrl(this.#serverUrl()), key: options.key }),
      explain: (problem) => this.#explain(problem),
    });
    this.#backend.onWaitChanged((requestId, answer) => {
      const bridge = this.#routes.get(requestId);
      bridge?.send({ type: "wait.changed", requestId, answer });
      if (bridge && isFinal(answer)) this.#routes.end(requestId, bridge);
    });
    this.#followers = new Followers(this.#backend);
    this.#backend.onMissed(() => options.onMissed());
  }

  /** Rejects with a ProblemError, or with a ZodError where the input is not the method's. */
  async run(bridge: BridgeConnection, call: CallFrame): Promise<unknown> {
    const result = await runCall({
      ...call,
      backend: this.#backend,
      limits: withMargin(call.limits),
      onWaitOpened: (requestId) => this.#routes.open(requestId, bridge),
      onWaitEnded: (requestId) => this.#routes.end(requestId, bridge),
      onFollow: (follow) => this.#followers.set(bridge, follow),
    });
    this.#options.onAccepted(true);
    return result;
  }

  /** A bridge is gone; its waits are left to the server's rules. */
  drop(bridge: BridgeConnection): void {
    this.#routes.drop(bridge);
    this.#followers.set(bridge, false);
  }

  close(): void {
    this.#backend.close();
  }

  #serverUrl(): string {
    const { account, accountId } = this.#options;
    const now = account.current();
    // A key is shown to no server but the one that gave it.
    return now?.id === accountId ? now.url : fail("not_signed_in", told.signedOut.message);
  }

  #explain(problem: Problem | null): Problem {
    const { account, accountId, name } = this.#options;
    const now = account.current();
    if (now?.id !== accountId) return told.signedOut;
    const ended = this.#options.ended();
    if (ended) return ended;
    if (problem?.code === "not_signed_in") {
      this.#options.onAccepted(false);
      return refusedProblem(name);
    }
    return problem && problem.code !== "unavailable" ? problem : serverAwayProblem(now.url, problem);
  }
}

function withMargin({ reconnectMs, resendMs, totalMs }: Required<CallLimits>): Required<CallLimits> {
  return { reconnectMs, resendMs, totalMs: Math.max(0, totalMs - ANSWER_MARGIN_MS) };
}
