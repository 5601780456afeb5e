/** A way by which an SMS can reach a client. */
export interface Contender extends AsyncDisposable {
  name: string;
  /** Sends a message with this code and waits until the client has it. Gives milliseconds from the request to the code. */
  deliver(code: string): Promise<{ ms: number; code: string }>;
  /** Rounds in which this one takes part: one that takes seconds a round cannot take part in all. */
  every: number;
}
