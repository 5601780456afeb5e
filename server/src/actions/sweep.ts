import { system } from "../domain/audit-entry.ts";
import { hasLapsed, isAbandoned } from "../domain/wait-life.ts";
import { overdueQuestions } from "../store/approvals.ts";
import { teamState } from "../store/events.ts";
import { idleLeases } from "../store/leases.ts";
import type { Store } from "../store/store.ts";
import { allUnsettledWaits, hasUnsettledWaits, updateWait, type Wait } from "../store/waits.ts";
import { withTeam, withTeamLock, type LockedTeam } from "../store/with-team.ts";
import { refuse } from "./answer-approval.ts";
import { hearDenial } from "./ask-person.ts";
import { emitWaitChanged } from "./claim.ts";
import { endLease } from "./end-lease.ts";
import { eraseDue } from "./erase-due.ts";
import { returnMessage } from "./give-back.ts";

/**
 * Everything of a team that time alone changes. Any node may do it; doing it twice changes nothing. What fails keeps
 * nothing else from being done, least of all erasure; rejects with all that failed.
 */
export async function sweepTeam(store: Store, teamId: string): Promise<void> {
  const failures: unknown[] = [];
  for (const task of [sweepWaits, endUnanswered, endIdleLeases, eraseDue])
    await task(store, teamId).catch((error: unknown) => failures.push(error));
  if (failures.length > 0)
    throw new AggregateError(failures, "Parts of the sweep failed", { cause: failures[0] });
}

async function sweepWaits(store: Store, teamId: string): Promise<void> {
  if (!(await withTeam(store, teamId, hasUnsettledWaits))) return;
  await withTeamLock(store, teamId, async (team) => {
    for (const wait of await allUnsettledWaits(team)) {
      if (wait.state === "open" && isAbandoned(wait, team.now)) await close(team, wait);
      if (wait.state === "approval_pending" && isAbandoned(wait, team.now)) await hearDenial(team, wait);
      if (wait.state === "received" && hasLapsed(wait, team.now)) await takeBack(store, team, wait);
    }
  });
}

async function close(team: LockedTeam, wait: Wait): Promise<void> {
  const closed = { ...wait, state: "timeout", endedAt: team.now } as const;
  emitWaitChanged(team, closed);
  await updateWait(team, closed);
}

/**
 * The caller of an answered wait has fallen silent before it showed that it got the answer: the message goes back
 * to its lease, and the wait is open again, so that its caller still gets the message when it returns.
 */
async function takeBack(store: Store, team: LockedTeam, wait: Wait): Promise<void> {
  // Its message's id stays: the caller may still say that it got it.
  await updateWait(team, { ...wait, state: "open", superseded: [], endedAt: null });
  await returnMessage(store, team, { wait, actor: system("sweep") });
}

/** Nobody has answered in time: no is the answer, and the message stays held. */
async function endUnanswered(store: Store, teamId: string): Promise<void> {
  const overdue = await withTeam(store, teamId, (trx) => overdueQuestions(trx, store.clock()));
  if (overdue.length === 0) return;
  await withTeamLock(store, teamId, async (team) => {
    for (const question of await overdueQuestions(team.trx, team.now))
      await refuse(team, question, { reason: "no_answer", actor: system("sweep") });
  });
}

async function endIdleLeases(store: Store, teamId: string): Promise<void> {
  const idle = await withTeam(store, teamId, async (trx) =>
    idleLeases(trx, store.clock() - (await teamState(trx)).settings.leaseIdleMs),
  );
  if (idle.length === 0) return;
  await withTeamLock(store, teamId, async (team) => {
    for (const lease of await idleLeases(team.trx, team.now - team.settings.leaseIdleMs))
      await endLease(team, lease, { reason: "idle", actor: system("sweep") });
  });
}
