import { mayLook, verdictOf, type Guard } from "../domain/approval.ts";
import type { Candidate } from "../domain/wait-matching.ts";
import type { ApprovalRow } from "../store/approvals.ts";
import type { LeaseForInbound } from "../store/inbound-state.ts";
import type { Wait } from "../store/waits.ts";
import type { LockedStream } from "../store/with-team.ts";
import { denyWait, holdFor } from "./ask-person.ts";

/** A new message and the waits that it was offered to. */
export interface Matched extends Candidate {
  numberId: string;
  lease: LeaseForInbound | null;
  claimedBy: Wait | null;
  /** The wait that gets it when a person allows it. */
  heldFor: Wait | null;
  peekedBy: Wait[];
  matchedAt: number | null;
}

/** What stands between a lease's agent and what arrives for it. */
function guardOfLease({ settings }: LockedStream, lease: LeaseForInbound): Guard {
  return {
    asks: lease.asks,
    limited: (lease.messagesPerDay ?? settings.agentMessagesPerDay) !== null,
  };
}

/** Takes new messages from the waits that may not have them, and gives the questions to ask instead. */
export function holdBack(stream: LockedStream, messages: readonly Matched[]): ApprovalRow[] {
  const questions: ApprovalRow[] = [];
  for (const message of messages) {
    const { lease, claimedBy } = message;
    if (lease === null) continue;
    const guard = guardOfLease(stream, lease);
    const seen = { service: message.service, leaseId: lease.id, approved: false };
    if (!mayLook(guard, seen)) message.peekedBy = [];
    const verdict = verdictOf(guard, seen);
    if (claimedBy === null || verdict === "give") continue;
    message.claimedBy = null;
    message.matchedAt = null;
    if (verdict === "ask") {
      message.heldFor = claimedBy;
      questions.push(holdFor(stream, claimedBy, message));
    } else denyWait(stream, claimedBy, { reason: "no_device", numberId: message.numberId });
  }
  return questions;
}
