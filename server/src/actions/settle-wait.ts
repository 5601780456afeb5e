import type { settleWaitInput, WaitAnswer } from "@agentpass/shared/agent-api";
import { fail } from "@agentpass/shared/problem";
import type { z } from "zod";
import type { AgentViewer } from "../domain/access.ts";
import { changeMessages, messageById } from "../store/messages.ts";
import type { Store } from "../store/store.ts";
import { updateWait, waitByRequest, type Wait } from "../store/waits.ts";
import { withTeamLock, type LockedTeam } from "../store/with-team.ts";
import { answerFromBacklog } from "./answer-from-backlog.ts";
import { emitWaitChanged } from "./claim.ts";
import { giveBack } from "./give-back.ts";
import { requireLiveKey } from "./require-live-key.ts";
import { lockedWaitAnswer } from "./wait-answer.ts";

type Input = z.output<typeof settleWaitInput>;

/** The caller's word on its wait (see `settleWaitInput`); each may be said again without harm. Throws `not_found` for an unknown request id. */
export async function settleWait(
  store: Store,
  viewer: AgentViewer,
  { requestId, action }: Input,
): Promise<WaitAnswer> {
  return withTeamLock(store, viewer, async (team) => {
    await requireLiveKey(team, viewer);
    const wait =
      (await waitByRequest(team.trx, { agentId: viewer.agentId, requestId })) ??
      fail("not_found", `requestId: there is no wait "${requestId}"; open it first`, { field: "requestId" });
    const settled = await settle(store, team, { wait, action, viewer });
    return lockedWaitAnswer(store, team, settled);
  });
}

interface Asked {
  wait: Wait;
  viewer: AgentViewer;
}

async function settle(
  store: Store,
  team: LockedTeam,
  { wait, action, viewer }: Asked & { action: Input["action"] },
): Promise<Wait> {
  const unconfirmed = wait.state === "received" && !wait.confirmed;
  const asking = wait.state === "approval_pending";
  // The sweep took its message back: the caller was silent.
  const takenBack = wait.state === "open" && wait.messageId !== null;
  switch (action) {
    case "park":
      return park(team, await lookAgain(store, team, { wait, viewer }));
    case "timeout":
      return endAtDeadline(team, await lookAgain(store, team, { wait, viewer }));
    case "confirm":
      return unconfirmed || takenBack ? confirm(store, team, { wait, viewer }) : wait;
    case "cancel":
      return wait.state === "open" || asking || unconfirmed
        ? giveBack(store, team, { wait, actor: viewer })
        : wait;
    case "give_back":
      return unconfirmed ? giveBack(store, team, { wait, actor: viewer }) : wait;
  }
}

/** A last look for an open wait: what came while its caller was silent was kept for it, and nothing told it so. */
async function lookAgain(store: Store, team: LockedTeam, { wait, viewer }: Asked): Promise<Wait> {
  if (wait.state !== "open") return wait;
  return answerFromBacklog(store, team, { wait: { ...wait, touchedAt: team.now }, actor: viewer });
}

async function endAtDeadline(team: LockedTeam, wait: Wait): Promise<Wait> {
  // The person is still being asked: the next call gets the answer.
  if (wait.state === "approval_pending") return park(team, wait);
  return wait.state === "open" ? end(team, { ...wait, state: "timeout", endedAt: team.now }) : wait;
}

/** One that has its answer needs no next call. */
async function park(team: LockedTeam, wait: Wait): Promise<Wait> {
  if (wait.state !== "open" && wait.state !== "approval_pending") return wait;
  const parked = { ...wait, touchedAt: team.now, parkedAt: team.now };
  await updateWait(team, parked);
  return parked;
}

async function end(team: LockedTeam, wait: Wait): Promise<Wait> {
  emitWaitChanged(team, wait);
  await updateWait(team, wait);
  return wait;
}

/** The caller got its message: nobody is given it again. */
async function confirm(store: Store, team: LockedTeam, { wait, viewer }: Asked): Promise<Wait> {
  const message =
    wait.messageId === null ? null : await messageById(team.trx, { ring: store.keyRing, id: wait.messageId });
  const isItsOwn = message?.state === "claimed" && message.waitId === wait.id;
  // Taken back, and nobody has been given it since.
  const isStillThere = wait.state === "open" && message?.state === "available";
  if (wait.state === "open" && !isStillThere) return wait;
  if (isItsOwn || isStillThere) {
    await changeMessages(team, [message.id], { state: "consumed", takenAt: team.now, waitId: wait.id });
    team.emit({
      type: "message.changed",
      agentId: wait.agentId,
      leaseId: wait.leaseId,
      messageId: message.id,
      numberId: message.numberId,
    });
    team.note({
      type: "answer.confirmed",
      messageId: message.id,
      agentId: wait.agentId,
      since: message.pushedAt ?? message.storedAt,
      at: team.now,
    });
    team.record(viewer, {
      action: "message.consumed",
      subject: { type: "message", id: message.id },
      after: { waitId: wait.id },
    });
  }
  const confirmed: Wait = { ...wait, state: "received", confirmed: true, endedAt: wait.endedAt ?? team.now };
  await updateWait(team, confirmed);
  return confirmed;
}
