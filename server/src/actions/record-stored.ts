import type { InboundSms } from "../domain/inbound-sms.ts";
import type { LeaseForInbound } from "../store/inbound-state.ts";
import type { LockedStream } from "../store/with-team.ts";

/** Puts a message that is being stored on the team's record, and tells operators of it. */
export function recordStored(
  stream: LockedStream,
  {
    id,
    sms,
    numberId,
    lease,
    matchedAt,
  }: {
    id: string;
    sms: InboundSms;
    numberId: string;
    lease: LeaseForInbound | null;
    matchedAt: number | null;
  },
): void {
  stream.note({
    type: "message.stored",
    messageId: id,
    agentId: lease?.agentId ?? null,
    receivedAt: sms.receivedAt,
    storedAt: stream.now,
    matchedAt,
  });
  stream.record(
    { kind: "provider", name: sms.provider },
    {
      action: "message.stored",
      subject: { type: "message", id },
      after: {
        providerMessageId: sms.providerMessageId,
        numberId,
        leaseId: lease?.id ?? null,
        agentId: lease?.agentId ?? null,
      },
    },
  );
}
