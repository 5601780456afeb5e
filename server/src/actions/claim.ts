import type { Actor } from "../domain/audit-entry.ts";
import { supersedes, type Candidate } from "../domain/wait-matching.ts";
import { changeMessages } from "../store/messages.ts";
import { updateWait, type Wait } from "../store/waits.ts";
import type { LockedStream, LockedTeam } from "../store/with-team.ts";

export interface ClaimableMessage extends Candidate {
  numberId: string;
  redelivered: boolean;
}

/** A message of the same lease that is still available, which a claim may replace. */
export type Replaceable = Pick<Candidate, "id" | "seq" | "senderKey" | "service" | "providerAt"> & {
  providerMessageId: string;
};

interface Gift {
  message: ClaimableMessage;
  available: readonly Replaceable[];
  /** Who asked for it, or the server where a message met a wait. */
  actor: Actor;
}

/**
 * Ends a wait with a message, under the team's lock, and tells the wait's caller by the stream. Changes the wait and
 * gives the ids of those of `available` that a claim replaces, older codes of the same sender and service (a peek
 * replaces none); all rows are the caller's to write.
 */
export function answerWait(team: LockedStream, wait: Wait, { message, available, actor }: Gift): string[] {
  const claims = wait.mode === "claim";
  const superseded = claims ? available.filter((other) => supersedes(message, other)) : [];
  wait.state = "received";
  wait.messageId = message.id;
  wait.superseded = superseded.map((other) => other.providerMessageId);
  wait.redelivered = message.redelivered;
  // Nobody has to give back what was only looked at.
  wait.confirmed = !claims;
  wait.endedAt = team.now;
  emitWaitChanged(team, wait, message.numberId);
  if (claims)
    team.record(actor, {
      action: "message.claimed",
      subject: { type: "message", id: message.id },
      after: {
        waitId: wait.id,
        agentId: wait.agentId,
        leaseId: wait.leaseId,
        redelivered: message.redelivered,
        superseded: superseded.map(({ id }) => id),
      },
    });
  return superseded.map(({ id }) => id);
}

/** Ends a wait with the news that the provider withheld a message, under the team's lock; the rows are the caller's. */
export function blockWait(
  team: LockedStream,
  wait: Wait,
  message: Pick<ClaimableMessage, "id" | "numberId">,
): void {
  wait.state = "provider_blocked";
  wait.messageId = message.id;
  // There is nothing to give back.
  wait.confirmed = true;
  wait.endedAt = team.now;
  emitWaitChanged(team, wait, message.numberId);
}

/** The same as {@link answerWait} for a message that is stored already, with all its rows. `at`: epoch milliseconds. */
export async function giveStoredMessage(
  team: LockedTeam,
  wait: Wait,
  { at, ...gift }: Gift & { at: number },
): Promise<void> {
  const superseded = answerWait(team, wait, gift);
  await changeMessages(team, superseded, { state: "superseded" });
  await updateWait(team, wait);
  if (wait.mode === "claim")
    await changeMessages(team, [gift.message.id], { state: "claimed", waitId: wait.id, matchedAt: at });
}

export function emitWaitChanged(team: LockedStream, wait: Wait, numberId?: string): void {
  if (wait.endedAt !== null && wait.state !== "open" && wait.state !== "approval_pending")
    team.note({ type: "wait.ended", outcome: wait.state, waitedMs: wait.endedAt - wait.openedAt });
  team.emit({
    type: "wait.changed",
    agentId: wait.agentId,
    leaseId: wait.leaseId,
    waitId: wait.id,
    ...(wait.messageId === null ? {} : { messageId: wait.messageId }),
    ...(numberId === undefined ? {} : { numberId }),
  });
}
