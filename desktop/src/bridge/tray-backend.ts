import {
  heldNumber,
  leasedNumber,
  messagePage,
  releasedNumber,
  waitAnswer,
  type GetNumberInput,
  type ListMessagesInput,
  type OpenWaitInput,
  type SettleWaitInput,
  type WaitAnswer,
} from "@agentpass/shared/agent-api";
import { fullJitterMs } from "@agentpass/shared/feed-client/full-jitter";
import { ProblemError, type Problem } from "@agentpass/shared/problem";
import { z } from "zod";
import type { AgentBackend, CallLimits, HeldChange } from "../agent-api/agent-backend.ts";
import { CallGate } from "../agent-api/call-gate.ts";
import { isRefusal, LiveConnection } from "../agent-api/live-connection.ts";
import { repeatedCall } from "../agent-api/repeated-call.ts";
import { readBridgeToken, writeBridgeToken, type BridgeToken } from "../tray-protocol/bridge-token.ts";
import type { AgentMethod } from "../tray-protocol/frames.ts";
import { MAX_CALLS_UNDER_WAY } from "../tray-protocol/limits.ts";
import { isOwnSocket } from "../tray-protocol/own-path.ts";
import { openTraySession, type TrayEvent, type TraySession } from "./tray-session.ts";

/** A tray that refused us, e.g. for its version, is not asked again soon by itself; a call asks at once. */
const REFUSED_MS = 15_000;

export interface TrayBackendOptions {
  path: string;
  /** What the MCP client calls itself. */
  clientName: string;
  tokenFile: string;
  /** Hears of a token that could not be saved. */
  onNote(note: string): void;
}

interface AgentCall {
  method: AgentMethod;
  input: unknown;
  limits: CallLimits;
}

/** The agent API over the tray's socket. Connects at the first call, and again whenever the tray has gone away. */
export class TrayBackend implements AgentBackend {
  readonly #options: TrayBackendOptions;
  readonly #live = new LiveConnection<TraySession>(explainTray);
  readonly #gate = new CallGate(MAX_CALLS_UNDER_WAY);
  readonly #waitListeners = new Set<(requestId: string, answer: WaitAnswer) => void>();
  readonly #heldListeners = new Set<(change: HeldChange) => void>();
  readonly #missedListeners = new Set<() => void>();
  #token: BridgeToken | null = null;
  #session: TraySession | null = null;
  #connecting = false;
  #retry: NodeJS.Timeout | null = null;
  #attempt = 0;
  #closed = false;

  constructor(options: TrayBackendOptions) {
    this.#options = options;
  }

  getNumber(input: GetNumberInput, limits: CallLimits = {}) {
    return this.#call({ method: "getNumber", input, limits }, leasedNumber);
  }

  listMessages(input: ListMessagesInput, limits: CallLimits = {}) {
    return this.#call({ method: "listMessages", input, limits }, messagePage);
  }

  releaseNumber(phoneNumber: string, limits: CallLimits = {}) {
    return this.#call({ method: "releaseNumber", input: { phoneNumber }, limits }, releasedNumber);
  }

  listNumbers(limits: CallLimits = {}) {
    // The tray tells what changes only to connections that asked for it.
    const input = { follow: this.#heldListeners.size > 0 };
    return this.#call({ method: "listNumbers", input, limits }, z.array(heldNumber));
  }

  openWait(input: OpenWaitInput, limits: CallLimits = {}) {
    return this.#call({ method: "openWait", input, limits }, waitAnswer);
  }

  settleWait(input: SettleWaitInput, limits: CallLimits = {}) {
    return this.#call({ method: "settleWait", input, limits }, waitAnswer);
  }

  async touchWaits(requestIds: string[], limits: CallLimits = {}): Promise<void> {
    await this.#call({ method: "touchWaits", input: { requestIds }, limits }, z.null());
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
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#session?.close();
    this.#live.close();
  }

  async #call<T>({ limits, ...call }: AgentCall, result: z.ZodType<T>): Promise<T> {
    const answer = await repeatedCall({
      limits,
      gate: this.#gate,
      connection: (patienceMs) => {
        this.#hurry();
        return this.#live.next(patienceMs);
      },
      send: (session, left, giveUp) => session.call({ ...call, limits: left, giveUp }),
      // The tray has been patient with the server already.
      finalProblem: (error) => (error instanceof ProblemError ? error.problem : null),
      explain: () => explainTray(null),
    });
    return result.parse(answer);
  }

  /** Connects at once, where that is not under way. */
  #hurry(): void {
    if (this.#closed || this.#connecting || this.#session !== null) return;
    if (this.#retry !== null) clearTimeout(this.#retry);
    this.#retry = null;
    this.#connecting = true;
    this.#connect()
      .catch((error: unknown) => this.#away(error instanceof ProblemError ? error.problem : null))
      .finally(() => (this.#connecting = false));
  }

  async #connect(): Promise<void> {
    const { path, clientName, tokenFile } = this.#options;
    // Another user may have taken the place since.
    if (!(await isOwnSocket(path))) return this.#away(null);
    // Another bridge of this client may have been given it meanwhile.
    this.#token = (await readBridgeToken(tokenFile)) ?? this.#token;
    if (this.#closed) return;
    const session = openTraySession({
      path,
      hello: { client: clientName, token: this.#token?.token ?? null },
      onWelcome: () => {
        this.#attempt = 0;
        this.#live.found(session);
        this.#missed();
      },
      onToken: ({ token, agent }) => void this.#keep({ token, agent }),
      onEvent: (event) => this.#hear(event),
      onEnded: (problem) => {
        this.#session = null;
        this.#away(problem);
      },
    });
    this.#session = session;
  }

  #hear(event: TrayEvent): void {
    switch (event.type) {
      case "wait.changed":
        for (const listener of this.#waitListeners) listener(event.requestId, event.answer);
        return;
      case "held.changed":
        for (const listener of this.#heldListeners) listener(event.change);
        return;
      case "missed":
        this.#missed();
    }
  }

  #away(problem: Problem | null): void {
    if (this.#closed) return;
    const pauseMs = isRefusal(problem) ? REFUSED_MS * (1 + Math.random()) : fullJitterMs(this.#attempt++);
    this.#retry = setTimeout(() => this.#hurry(), pauseMs);
    this.#live.lost(problem);
    // Waits that are open hear at once that waiting mends nothing.
    if (isRefusal(problem)) this.#missed();
  }

  #missed(): void {
    for (const listener of this.#missedListeners) listener();
  }

  async #keep(token: BridgeToken): Promise<void> {
    this.#token = token;
    try {
      await writeBridgeToken(this.#options.tokenFile, token);
    } catch (error) {
      this.#options.onNote(
        `The token for AgentPass could not be saved in ${this.#options.tokenFile}: ${String(error)}. AgentPass will ask about this client again when it is next started.`,
      );
    }
  }
}

function explainTray(problem: Problem | null): Problem {
  return (
    problem ?? {
      code: "unavailable",
      message: "AgentPass (the tray app) does not answer. Open AgentPass, and repeat the call.",
    }
  );
}
