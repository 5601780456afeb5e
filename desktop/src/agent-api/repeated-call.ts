import { ProblemError, type Problem } from "@agentpass/shared/problem";
import type { CallLimits } from "./agent-backend.ts";
import type { CallGate } from "./call-gate.ts";
import { within } from "./within.ts";

const RECONNECT_MS = 3_000;
/** The server itself answers within 10 s, if only that it cannot. */
const TOTAL_MS = 15_000;
const REPEAT_MS = 100;

/** What is left of a call's limits when it is sent, milliseconds. */
export interface TimeLeft {
  /** For a connection that is away further on the way, before the call is sent there and after. */
  reconnectMs: number;
  resendMs: number;
  totalMs: number;
}

export interface RepeatedCall<Connection, T> {
  limits: CallLimits;
  gate: CallGate;
  /** Gives a live connection; rejects with a ProblemError when there is none in time, or waiting mends nothing. */
  connection(patienceMs: number): Promise<Connection>;
  send(connection: Connection, left: TimeLeft, giveUp: AbortSignal): Promise<T>;
  /** The other side's last word on a call that failed, as its caller hears it; null where it may be repeated. */
  finalProblem(error: unknown): Problem | null;
  /** What to tell where time is over. Given the last failure; null: the other side could not be reached. */
  explain(failure: unknown): Problem;
}

/** Runs a call on a live connection, again on the next one where it was lost before the answer. */
export async function repeatedCall<Connection, T>(call: RepeatedCall<Connection, T>): Promise<T> {
  const { reconnectMs = RECONNECT_MS, resendMs = reconnectMs, totalMs = TOTAL_MS } = call.limits;
  const start = performance.now();
  const left = (limitMs: number): number =>
    Math.max(0, Math.min(limitMs, totalMs) - (performance.now() - start));
  const giveUp = AbortSignal.timeout(Math.max(1, Math.ceil(totalMs)));
  let patienceMs = reconnectMs;
  let failure: unknown = null;
  while (left(patienceMs) > 0) {
    const connection = await call.connection(left(patienceMs));
    const patienceNowMs = patienceMs;
    patienceMs = resendMs;
    try {
      return await within(
        call.gate.run(() => {
          const times = {
            reconnectMs: left(patienceNowMs),
            resendMs: left(resendMs),
            totalMs: left(totalMs),
          };
          return call.send(connection, times, giveUp);
        }),
        giveUp,
      );
    } catch (error) {
      failure = giveUp.aborted ? null : error;
      const final = failure === null ? null : call.finalProblem(failure);
      if (final) throw new ProblemError(final);
    }
    await new Promise((resolve) => setTimeout(resolve, REPEAT_MS));
  }
  throw new ProblemError(call.explain(failure));
}
