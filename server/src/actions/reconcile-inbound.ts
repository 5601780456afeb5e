import type { E164 } from "@agentpass/shared/phone-number";
import { cleanSender, withoutNul, type InboundSms, type StoreOutcome } from "../domain/inbound-sms.ts";
import { moveReconcileMark, notStored, reconcileMark, withReconcileLock } from "../store/reconcile.ts";
import type { Store } from "../store/store.ts";
import type { InboundListed, TwilioClient } from "../twilio/twilio-client.ts";

/**
 * Each pass looks so far back behind its mark: a message is listed a little after its time, clocks differ, and
 * Twilio tells whole seconds only.
 */
export const OVERLAP_MS = 10 * 60_000;
/** So many messages are stored before the mark moves. */
const BATCH = 100;
/** Twilio's "OTP Message Body Filtered", https://www.twilio.com/docs/api/errors/30038. */
const OTP_FILTERED = 30038;

const PROVIDER = "twilio";

export interface ReconcileParts {
  store: Store;
  client: Pick<TwilioClient, "accountSid" | "listInbound" | "listMedia">;
  /** The webhook's own way into the store; resolves after the commit. */
  storeInbound: (sms: InboundSms) => Promise<StoreOutcome>;
}

/** `listed` by Twilio, and of those `stored` now because the webhook had missed them. */
export interface Reconciled {
  listed: number;
  stored: number;
}

/**
 * Stores what Twilio lists since the account's mark and the webhook did not bring; moves the mark behind each batch
 * that is stored, so that whoever is killed in between goes on from there. "elsewhere": another node is at it.
 */
export async function reconcileAccount(parts: ReconcileParts): Promise<Reconciled | "elsewhere"> {
  const { store, client } = parts;
  const of = { provider: PROVIDER, account: client.accountSid };
  return withReconcileLock(store, of, async () => {
    const startedAt = store.clock();
    const after = ((await reconcileMark(store, of)) ?? startedAt) - OVERLAP_MS;
    const total: Reconciled = { listed: 0, stored: 0 };
    for await (const batch of batches(client.listInbound({ after }))) {
      total.listed += batch.length;
      total.stored += await storeMissing(parts, batch);
      await moveReconcileMark(store, of, Math.min(batch.at(-1)?.dateSent ?? 0, startedAt));
    }
    await moveReconcileMark(store, of, startedAt);
    return total;
  });
}

/** The same for one number and the last minutes, whatever another node does. Moves no mark. */
export async function reconcileNumber(parts: ReconcileParts, to: E164): Promise<Reconciled> {
  const total: Reconciled = { listed: 0, stored: 0 };
  const after = parts.store.clock() - OVERLAP_MS;
  for await (const batch of batches(parts.client.listInbound({ after, to }))) {
    total.listed += batch.length;
    total.stored += await storeMissing(parts, batch);
  }
  return total;
}

async function* batches(messages: AsyncIterable<InboundListed>): AsyncGenerator<InboundListed[]> {
  let batch: InboundListed[] = [];
  for await (const message of messages) {
    // Still on its way; it is listed again within the overlap.
    if (message.status === "receiving") continue;
    batch.push(message);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** How many were stored by this call; a message that comes by the webhook meanwhile is a repeat to one of the two. */
async function storeMissing(parts: ReconcileParts, listed: readonly InboundListed[]): Promise<number> {
  const { store, client, storeInbound } = parts;
  const missing = await notStored(store, { provider: PROVIDER, account: client.accountSid }, listed);
  const messages: InboundSms[] = [];
  for (const message of missing) messages.push(await inboundSms(parts, message));
  const outcomes = await Promise.all(messages.map(storeInbound));
  return outcomes.filter((outcome) => outcome === "stored").length;
}

async function inboundSms({ store, client }: ReconcileParts, message: InboundListed): Promise<InboundSms> {
  const media = message.media > 0 ? await client.listMedia(message.sid) : [];
  // A message without text and media is one whose text somebody had Twilio delete before we had it.
  const blocked = message.errorCode === OTP_FILTERED || (message.body === "" && media.length === 0);
  return {
    provider: PROVIDER,
    account: client.accountSid,
    providerMessageId: message.sid,
    to: message.to,
    from: cleanSender(message.from),
    body: withoutNul(message.body),
    media,
    ...(blocked ? { blocked } : {}),
    providerAt: message.dateSent,
    receivedAt: store.clock(),
  };
}
