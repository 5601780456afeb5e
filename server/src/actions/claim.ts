import type { Candidate } from "../domain/wait-matching.ts";
import { supersedeOlder } from "../store/inbound.ts";
import { updateWait, type Wait } from "../store/waits.ts";
import type { LockedTeam } from "../store/with-team.ts";

export interface ClaimableMessage extends Candidate {
  leaseId: string | null;
  numberId: string;
  redelivered: boolean;
}

/**
 * Ends a wait with a message, under the team's lock, and tells the wait's caller by the stream. A claim replaces
 * older codes of the same sender and service; a peek changes no message. The message's own row is the caller's
 * to write, since a new one is inserted as claimed and a stored one is updated.
 */
export async function answerWait(team: LockedTeam, wait: Wait, message: ClaimableMessage): Promise<Wait> {
  const claims = wait.mode === "claim" && message.leaseId !== null;
  const superseded = claims ? await supersedeOlder(team, { ...message, leaseId: wait.leaseId }) : [];
  const answered: Wait = {
    ...wait,
    state: "received",
    messageId: message.id,
    superseded,
    redelivered: message.redelivered,
    // Nobody has to give back what was only looked at.
    confirmed: !claims,
    endedAt: team.now,
  };
  emitWaitChanged(team, answered, message.numberId);
  await updateWait(team, answered);
  return answered;
}

export function emitWaitChanged(team: LockedTeam, wait: Wait, numberId?: string): void {
  team.emit({
    type: "wait.changed",
    agentId: wait.agentId,
    leaseId: wait.leaseId,
    waitId: wait.id,
    ...(wait.messageId === null ? {} : { messageId: wait.messageId }),
    ...(numberId === undefined ? {} : { numberId }),
  });
}
