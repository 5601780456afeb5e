import type { openWaitInput, WaitAnswer } from "@agentpass/shared/agent-api";
import { parseCursor } from "@agentpass/shared/cursor";
import { fail } from "@agentpass/shared/problem";
import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";
import type { AgentViewer } from "../domain/access.ts";
import { isOpenFor } from "../domain/approval.ts";
import { requireUserPattern } from "../domain/user-pattern.ts";
import { conditionsOf } from "../domain/wait-matching.ts";
import { guardOf } from "../store/approvals.ts";
import { teamState, checkOf } from "../store/events.ts";
import { liveLeaseOfNumber, touchLease, type Lease } from "../store/leases.ts";
import type { Store } from "../store/store.ts";
import {
  insertWait,
  unsettledWaits,
  updateWait,
  waitByRequest,
  type StoredFilters,
  type Wait,
} from "../store/waits.ts";
import { withTeamLock, type LockedTeam } from "../store/with-team.ts";
import { answerFromBacklog } from "./answer-from-backlog.ts";
import { hearDenial } from "./ask-person.ts";
import { giveBack } from "./give-back.ts";
import { failNotHeld } from "./not-held.ts";
import { requireLiveKey } from "./require-live-key.ts";
import { requireMessageLeft } from "./require-message-left.ts";
import { lockedWaitAnswer } from "./wait-answer.ts";

type Input = z.output<typeof openWaitInput>;

/**
 * Opens a wait on a number that the agent holds, resumes the one of the same request id, or takes over the one
 * that an earlier call with the same question parked. Gives where it stands: a message that is there already
 * answers it at once. Throws `not_found` where the agent does not hold the number.
 */
export async function openWait(store: Store, viewer: AgentViewer, input: Input): Promise<WaitAnswer> {
  return withTeamLock(store, viewer, async (team) => {
    await requireLiveKey(team, viewer);
    const found = (await resume(team, viewer, input)) ?? (await open(store, team, { viewer, input }));
    const wait = await hearDenial(team, found);
    const settled =
      wait.state === "open" ? await answerFromBacklog(store, team, { wait, actor: viewer }) : wait;
    const looked =
      settled.state === "open" && input.timeoutMs === 0 ? await endUnanswered(team, settled) : settled;
    return lockedWaitAnswer(store, team, looked);
  });
}

/** The wait of this request id, its caller being back. */
async function resume(
  team: LockedTeam,
  { agentId }: AgentViewer,
  { requestId }: Input,
): Promise<Wait | null> {
  const wait = await waitByRequest(team.trx, { agentId, requestId });
  if (!wait) return null;
  const resumed = { ...wait, touchedAt: team.now, parkedAt: null };
  await updateWait(team, resumed);
  return resumed;
}

async function open(
  store: Store,
  team: LockedTeam,
  { viewer, input }: { viewer: AgentViewer; input: Input },
): Promise<Wait> {
  const lease =
    (await liveLeaseOfNumber(team.trx, { agentId: viewer.agentId, phoneNumber: input.phoneNumber })) ??
    failNotHeld(input.phoneNumber);
  const filters = await filtersOf(team, lease, input);
  await touchLease(team, lease.id);
  const parked = await takeOverParked(store, team, { viewer, lease, filters, input });
  if (parked) return parked;
  if (input.mode === "claim") await requireMessageLeft(team, viewer);
  const wait: Wait = {
    id: uuidv7(),
    requestId: input.requestId,
    agentId: viewer.agentId,
    leaseId: lease.id,
    filters,
    mode: input.mode,
    state: "open",
    deniedReason: null,
    messageId: null,
    confirmed: false,
    superseded: [],
    redelivered: false,
    seenNonmatching: 0,
    openedAt: team.now,
    openedSeq: team.head.seq,
    deadline: team.now + input.timeoutMs,
    touchedAt: team.now,
    parkedAt: null,
    endedAt: null,
  };
  await insertWait(team, wait);
  return wait;
}

async function filtersOf(team: LockedTeam, lease: Lease, input: Input): Promise<StoredFilters> {
  const { from, service, bodyContains, match, after } = input;
  if (match !== undefined || bodyContains !== undefined)
    await requireOpenText(team, lease, match === undefined ? "body_contains" : "match");
  if (match !== undefined) requireUserPattern(match);
  const asked = {
    ...(from === undefined ? {} : { from }),
    ...(service === undefined ? {} : { service }),
    ...(bodyContains === undefined ? {} : { bodyContains }),
    ...(match === undefined ? {} : { match }),
    ...(after === undefined ? {} : { after }),
  };
  const afterSeq = after === undefined ? 0 : await seqOfCursor(team, after);
  return { asked, conditions: conditionsOf(asked, Math.max(afterSeq, lease.startSeq)) };
}

/** Conditions on the text could read it bit by bit, without its ever being given. */
async function requireOpenText(team: LockedTeam, lease: Lease, field: string): Promise<void> {
  const why = !team.settings.agentBodies
    ? "this team keeps message texts from agents"
    : isOpenFor(await guardOf(team, lease.agentId), lease.id)
      ? null
      : "a person is asked before this agent gets a message";
  if (why !== null)
    fail("not_allowed", `match and body_contains are refused: ${why}. Use from and service instead.`, {
      field,
    });
}

/** `after` must be a place in this team's present history; anything else would leave messages out in silence. */
async function seqOfCursor(team: LockedTeam, after: string): Promise<number> {
  const position = parseCursor(after);
  const head = await teamState(team.trx);
  const check = position === null || position.seq > head.seq ? null : await checkOf(team.trx, position.seq);
  const pruned = position !== null && position.seq < head.firstSeq;
  if (
    position === null ||
    position.epoch !== head.epoch ||
    position.seq > head.seq ||
    (!pruned && check !== position.check)
  ) {
    return fail(
      "invalid_input",
      `after: ${JSON.stringify(after.slice(0, 40))} is no cursor of this team's present history; omit after to get every message that is still unread`,
      { field: "after" },
    );
  }
  return position.seq;
}

/**
 * The earlier call's wait with the same question goes on under the new request id. Others that this agent parked
 * on the lease are over: their caller has asked something else, and must not find its code held back.
 */
async function takeOverParked(
  store: Store,
  team: LockedTeam,
  {
    viewer,
    lease,
    filters,
    input,
  }: { viewer: AgentViewer; lease: Lease; filters: StoredFilters; input: Input },
): Promise<Wait | null> {
  let taken: Wait | null = null;
  for (const wait of await unsettledWaits(team, [lease.id])) {
    if (wait.parkedAt === null || wait.agentId !== viewer.agentId) continue;
    const same =
      wait.mode === input.mode && JSON.stringify(wait.filters.asked) === JSON.stringify(filters.asked);
    if (same && taken === null) {
      taken = {
        ...wait,
        requestId: input.requestId,
        deadline: team.now + input.timeoutMs,
        touchedAt: team.now,
        parkedAt: null,
      };
      await updateWait(team, taken);
    } else await giveBack(store, team, { wait, actor: viewer });
  }
  return taken;
}

async function endUnanswered(team: LockedTeam, wait: Wait): Promise<Wait> {
  const ended: Wait = { ...wait, state: "timeout", endedAt: team.now };
  await updateWait(team, ended);
  return ended;
}
