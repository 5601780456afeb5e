import { system, type Actor } from "../domain/audit-entry.ts";
import { APPROVAL_MS, verdictOf, type Guard } from "../domain/approval.ts";
import type { DenialReason } from "@agentpass/shared/approval-api";
import { insertApproval, questionAbout, type ApprovalRow } from "../store/approvals.ts";
import { changeMessages, type Message } from "../store/messages.ts";
import { updateWait, type Wait } from "../store/waits.ts";
import { timestamp } from "../store/timestamp.ts";
import type { LockedStream, LockedTeam } from "../store/with-team.ts";
import { emitWaitChanged, giveStoredMessage, type Replaceable } from "./claim.ts";

/**
 * A message that satisfies a wait is held until a person has answered: the wait pends, at least as long as the
 * question. Changes the wait and gives the question; all rows are the caller's to write.
 */
export function holdFor(
  team: LockedStream,
  wait: Wait,
  message: { id: string; numberId: string },
): ApprovalRow {
  wait.state = "approval_pending";
  wait.messageId = message.id;
  wait.deadline = Math.max(wait.deadline, team.now + APPROVAL_MS);
  emitWaitChanged(team, wait, message.numberId);
  const { agentId, leaseId } = wait;
  team.emit({
    type: "approval.changed",
    agentId,
    leaseId,
    messageId: message.id,
    numberId: message.numberId,
  });
  team.record(system("matching"), {
    action: "approval.asked",
    subject: { type: "message", id: message.id },
    after: { agentId, leaseId, waitId: wait.id },
  });
  return {
    team_id: team.id,
    message_id: message.id,
    agent_id: agentId,
    lease_id: leaseId,
    number_id: message.numberId,
    state: "open",
    reason: null,
    asked_at: timestamp(team.now),
    answered_at: null,
    answered_by: null,
  };
}

/** Ends a wait without the message that satisfies it. Changes the wait; its row is the caller's to write. */
export function denyWait(
  team: LockedStream,
  wait: Wait,
  { reason, numberId }: { reason: DenialReason; numberId: string },
): void {
  wait.state = "denied";
  wait.deniedReason = reason;
  wait.endedAt = team.now;
  wait.parkedAt = null;
  emitWaitChanged(team, wait, numberId);
}

/** Ends a wait that was between two calls when the answer to its question was no. Gives the wait as it stands then. */
export async function hearDenial(team: LockedTeam, wait: Wait): Promise<Wait> {
  if (wait.state !== "approval_pending" || wait.messageId === null) return wait;
  const question = await questionAbout(team.trx, wait.messageId);
  if (question?.state !== "denied" || question.reason === null) return wait;
  const denied = { ...wait };
  denyWait(team, denied, { reason: question.reason, numberId: question.numberId });
  await updateWait(team, denied);
  return denied;
}

interface Match {
  message: Message;
  available: readonly Replaceable[];
  actor: Actor;
  guard: Guard;
  /** Epoch milliseconds. */
  at: number;
}

/** Gives a stored message to a wait that it satisfies, or asks the agent's person first. Changes the wait, with all rows. */
export async function giveOrAsk(team: LockedTeam, wait: Wait, { guard, ...gift }: Match): Promise<void> {
  const { message } = gift;
  switch (verdictOf(guard, message)) {
    case "give":
      return giveStoredMessage(team, wait, gift);
    case "ask":
      await insertApproval(team, holdFor(team, wait, message));
      await changeMessages(team, [message.id], { state: "held", waitId: wait.id });
      return updateWait(team, wait);
    case "no_device":
      denyWait(team, wait, { reason: "no_device", numberId: message.numberId });
      return updateWait(team, wait);
  }
}
