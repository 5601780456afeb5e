import { ProblemError, type Problem } from "@agentpass/shared/problem";
import type { AgentViewer, Viewer } from "../domain/access.ts";
import { callsPerMinute } from "../store/known-agents.ts";
import type { Store } from "../store/store.ts";
import { waitByRequest } from "../store/waits.ts";
import { withTeam } from "../store/with-team.ts";

/**
 * - `call`: asks for something new, and counts against the agent's own limit.
 * - `upkeep`: goes on with, or ends, what was begun (touching, settling and resuming waits, following the feed): an
 *   agent at its limit must still be able to say that it got its code.
 */
export type CallKind = "call" | "upkeep";

/** The same for all: a bridge with a hundred waits needs a call or two a second. */
const UPKEEP = { burst: 1_200, perSecond: 20 };
/** For a person's key: a program of an admin's may be busy, a loop gone wrong must end somewhere. */
const PERSON = { burst: 6_000, perSecond: 100 };

/** Counts one call of a key's holder; throws `too_many_requests`, saying when to come back, where it made too many. */
export async function countCall(store: Store, viewer: Viewer, kind: CallKind): Promise<void> {
  const refusal = await refusalOf(store, viewer, kind);
  if (refusal) throw new ProblemError(refusal);
}

/** For opening a wait, counted as upkeep before: one that is resumed is not counted again. */
export async function countNewWait(store: Store, viewer: AgentViewer, requestId: string): Promise<void> {
  const refusal = await refusalOf(store, viewer, "call");
  if (refusal === null) return;
  const { agentId } = viewer;
  const known = await withTeam(store, viewer, (trx) => waitByRequest(trx, { agentId, requestId }));
  if (known === null) throw new ProblemError(refusal);
}

async function refusalOf(store: Store, viewer: Viewer, kind: CallKind): Promise<Problem | null> {
  const { calls } = store.limits;
  if (viewer.kind !== "agent") return tooMany(calls.take(viewer.keyId, PERSON), "Too many calls of this key");
  if (kind === "upkeep")
    return tooMany(calls.take(`upkeep ${viewer.agentId}`, UPKEEP), "Too many calls of this agent");
  const refusal = await refusalOfCall(store, viewer);
  store.observe({ type: "use.counted", agentId: viewer.agentId, refused: refusal !== null });
  return refusal;
}

async function refusalOfCall(store: Store, viewer: AgentViewer): Promise<Problem | null> {
  const limit = await callsPerMinute(store, viewer.teamId, viewer.agentId);
  if (limit === 0)
    return {
      code: "limit_reached",
      message: "This agent may make no calls: its limit is 0 a minute. Ask an admin to raise it.",
    };
  return tooMany(
    store.limits.calls.take(viewer.agentId, { burst: limit, perSecond: limit / 60 }),
    `This agent has made all of its ${limit} calls a minute`,
  );
}

function tooMany(waitMs: number, what: string): Problem | null {
  if (waitMs === 0) return null;
  return {
    code: "too_many_requests",
    message: `${what}; try again in ${Math.ceil(waitMs / 1000)} s.`,
    retryAfterMs: waitMs,
  };
}
