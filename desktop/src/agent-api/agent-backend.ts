import type {
  GetNumberInput,
  HeldNumber,
  LeasedNumber,
  ListMessagesInput,
  MessagePage,
  OpenWaitInput,
  ReleasedNumber,
  SettleWaitInput,
  WaitAnswer,
} from "@agentpass/shared/agent-api";

/** How long a call may take, in milliseconds. */
export interface CallLimits {
  /** How long to wait for a connection that is away. */
  reconnectMs?: number;
  /** The same once the call has been sent, and its answer may be lost; `reconnectMs` where left out. */
  resendMs?: number;
  /** How long everything together may take. */
  totalMs?: number;
}

/** What changed of that which the agent holds: which numbers there are, or the messages of one, or of any where it names none. */
export type HeldChange = { what: "numbers" } | { what: "messages"; numberId?: string };

/**
 * The agent API behind the tools; every method rejects with a ProblemError. All of them may be repeated: the
 * connection repeats them by itself when it was lost in the middle.
 */
export interface AgentBackend {
  getNumber(input: GetNumberInput, limits?: CallLimits): Promise<LeasedNumber>;
  listMessages(input: ListMessagesInput, limits?: CallLimits): Promise<MessagePage>;
  releaseNumber(phoneNumber: string, limits?: CallLimits): Promise<ReleasedNumber>;
  listNumbers(limits?: CallLimits): Promise<HeldNumber[]>;
  openWait(input: OpenWaitInput, limits?: CallLimits): Promise<WaitAnswer>;
  settleWait(input: SettleWaitInput, limits?: CallLimits): Promise<WaitAnswer>;
  touchWaits(requestIds: string[], limits?: CallLimits): Promise<void>;
  /** Hears every change of a wait of ours. Gives what ends the hearing. */
  onWaitChanged(listener: (requestId: string, answer: WaitAnswer) => void): () => void;
  /** Hears what changes from the next `listNumbers` on. Gives what ends the hearing. */
  onHeldChanged(listener: (change: HeldChange) => void): () => void;
  /** Hears that changes may have been missed: after every connection and every gap, and when the key is refused. */
  onMissed(listener: () => void): () => void;
  /** Gives up the connection; calls under way fail. */
  close(): void;
}
