import { supersedes, type Candidate } from "../domain/wait-matching.ts";
import { changeMessages } from "../store/messages.ts";
import { updateWait, type Wait } from "../store/waits.ts";
import type { LockedTeam } from "../store/with-team.ts";

export interface ClaimableMessage extends Candidate {
  numberId: string;
  redelivered: boolean;
}

/** A message of the same lease that is still available, which a claim may replace. */
export type Replaceable = Pick<Candidate, "id" | "seq" | "senderKey" | "service" | "providerAt"> & {
  providerMessageId: string;
};

/**
 * Ends a wait with a message, under the team's lock, and tells the wait's caller by the stream. A claim replaces
 * those of `available` that are older codes of the same sender and service; a peek changes no message. The claimed
 * message's own row is the caller's to write, since a new one is inserted as claimed and a stored one is updated.
 */
export async function answerWait(
  team: LockedTeam,
  wait: Wait,
  { message, available }: { message: ClaimableMessage; available: readonly Replaceable[] },
): Promise<void> {
  const claims = wait.mode === "claim";
  const superseded = claims ? available.filter((other) => supersedes(message, other)) : [];
  await changeMessages(
    team,
    superseded.map(({ id }) => id),
    { state: "superseded" },
  );
  wait.state = "received";
  wait.messageId = message.id;
  wait.superseded = superseded.map((other) => other.providerMessageId);
  wait.redelivered = message.redelivered;
  // Nobody has to give back what was only looked at.
  wait.confirmed = !claims;
  wait.endedAt = team.now;
  emitWaitChanged(team, wait, message.numberId);
  await updateWait(team, wait);
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
