/** A way by which an SMS can reach a client. */
export interface Contender extends AsyncDisposable {
  name: string;
  /** Sends a message with this code and waits until the client has it. Gives milliseconds from the request to the code. */
  deliver(code: string): Promise<{ ms: number; code: string }>;
  /** Rounds in which this one takes part: one that takes seconds a round cannot take part in all. */
  every: number;
}

/** Before each message: a wait is registered by then, and every contender starts as idle as real ones are. */
export const SETTLE_MS = 40;
