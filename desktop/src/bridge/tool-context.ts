import type { AgentLink } from "./agent-link.ts";
import type { GivenNumbers } from "./given-numbers.ts";
import type { ToolArguments } from "./validate-arguments.ts";

/** What the tools of one bridge process share. */
export interface ToolContext {
  /** The link to this process's backend, made at the first call that needs it. Rejects with a ProblemError. */
  link(): Promise<AgentLink>;
  /** The numbers this client was given. */
  numbers: GivenNumbers;
}

/** One call of a tool. Times are `performance.now()` milliseconds. */
export interface ToolCallRequest {
  arguments: ToolArguments;
  /** The client's id of the request, as in JSON-RPC. */
  id: string | number;
  arrivedAt: number;
  /** Milliseconds after arrival at which the client must have its answer. */
  capMs: number;
  /** Aborts when the client cancels, or the pipe ends. */
  signal: AbortSignal;
  /** Tells the client that the call lives; absent where it did not ask. */
  progress?: (elapsedMs: number) => void;
}
