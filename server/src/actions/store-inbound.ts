import type { MessageState } from "@agentpass/shared/agent-api";
import { cleanBody } from "@agentpass/shared/clean-text";
import type { extractOtp, Otp } from "@agentpass/shared/otp/index";
import { normaliseSender } from "@agentpass/shared/sender";
import { v7 as uuidv7 } from "uuid";
import { newEnvelope } from "../crypto/envelope.ts";
import { randomFromPool } from "../crypto/random.ts";
import { isOpenFor } from "../domain/approval.ts";
import { system } from "../domain/audit-entry.ts";
import { decideHolder } from "../domain/holder.ts";
import type { InboundSms, StoreOutcome } from "../domain/inbound-sms.ts";
import { lazily } from "../domain/lazily.ts";
import { messageExpiry } from "../domain/message-expiry.ts";
import { offer } from "../domain/offer.ts";
import { serviceName } from "../domain/service-name.ts";
import { readsText, withoutText, type Conditions } from "../domain/wait-matching.ts";
import { isListening } from "../domain/wait-life.ts";
import { streamEventOf } from "../store/events.ts";
import { changeInbound } from "../store/inbound.ts";
import {
  receiptKey,
  type InboundState,
  type LeaseForInbound,
  type OlderMessage,
} from "../store/inbound-state.ts";
import type { InboundWrites, NewMessage, ServiceUse } from "../store/inbound-writes.ts";
import type { Message, WaitWithMessage } from "../store/messages.ts";
import type { Clock, Store } from "../store/store.ts";
import { timestamp } from "../store/timestamp.ts";
import type { Wait } from "../store/waits.ts";
import type { LockedStream } from "../store/with-team.ts";
import { answerWait, blockWait } from "./claim.ts";
import { extractor } from "./extractor.ts";
import { holdBack, type Matched } from "./hold-back.ts";
import { recordStored } from "./record-stored.ts";

/**
 * Stores a batch of messages, each once for ever, and gives them to the waits that they satisfy; one transaction
 * for all. Gives the outcomes in the order of the batch, after the commit. Throws where nothing was committed.
 */
export async function storeInbound(store: Store, batch: readonly InboundSms[]): Promise<StoreOutcome[]> {
  const outcomes: StoreOutcome[] = batch.map(() => "unknown_number");
  const answers: WaitWithMessage[] = [];
  const extract = await extractor();
  const read = lazily(() => batch.map((sms) => readSms(sms, extract)));
  // While the database reads; by the time it has answered, this is done.
  setImmediate(read);
  const streams = await changeInbound(store, batch, (stream, state) =>
    planTeam(store, stream, { batch: read(), state, outcomes, answers }),
  );
  for (const stream of streams) {
    const events = stream.emitted();
    for (const answer of answers) {
      const told = events.find((event) => event.wait_id === answer.wait.id);
      if (told) store.freshAnswers.put(told.seq, answer);
    }
    if (events.length > 0) store.wakeUp(stream.id, events.map(streamEventOf));
    for (const occurrence of stream.noted()) store.observe(occurrence);
  }
  return outcomes;
}

interface ReadSms {
  sms: InboundSms;
  /** Cleaned: the only form that is kept. */
  text: string;
  otp: Otp | null;
}

function readSms(sms: InboundSms, extract: typeof extractOtp): ReadSms {
  const text = cleanBody(sms.body);
  const otp = sms.blocked ? null : extract(text, { sender: sms.from, receivedAt: sms.receivedAt });
  return { sms, text, otp };
}

interface Batch {
  batch: readonly ReadSms[];
  state: InboundState;
  /** Filled in for the messages that are the team's. */
  outcomes: StoreOutcome[];
  /** Filled with the waits that were answered. */
  answers: WaitWithMessage[];
}

function planTeam(
  store: Store,
  stream: LockedStream,
  { batch, state, outcomes, answers }: Batch,
): InboundWrites | null {
  const messages: NewSms[] = [];
  for (const [index, read] of batch.entries()) {
    const { sms } = read;
    const number = state.numbers.find(
      (candidate) => candidate.e164 === sms.to && candidate.provider === sms.provider,
    );
    if (!number) continue;
    const isRepeat = state.receipts.has(receiptKey(sms));
    outcomes[index] = isRepeat ? "repeat" : "stored";
    if (isRepeat) continue;
    state.receipts.add(receiptKey(sms));
    messages.push(place(stream, read, { numberId: number.id, leases: state.leases }));
  }
  if (messages.length === 0) return null;
  const waits = state.waits.filter((wait) => isListening(wait, stream.now));
  match(store.clock, { messages, waits, now: stream.now });
  for (const message of messages) recordStored(stream, message);
  // Of a message that the provider withheld there is nothing to ask about.
  const approvals = holdBack(
    stream,
    messages.filter(({ sms }) => !sms.blocked),
  );
  const superseded = answer(stream, messages, state.available);
  for (const message of messages) answers.push(...answersOf(stream, message));
  const reached = new Set(messages.map((message) => message.lease?.id));
  return {
    messages: messages.map((message) => rowOf(store, stream, { message, superseded })),
    waits: waits.filter((wait) => reached.has(wait.leaseId)),
    superseded: [...superseded],
    services: servicesOf(messages),
    approvals,
  };
}

/** A new message with its seq, its holder, and the wait that claims it (found at `matchedAt`, epoch milliseconds). */
interface NewSms extends Matched, ReadSms {}

function place(
  stream: LockedStream,
  { sms, text, otp }: ReadSms,
  { numberId, leases }: { numberId: string; leases: readonly LeaseForInbound[] },
): NewSms {
  const lease = decideHolder(
    leases.filter((candidate) => candidate.numberId === numberId),
    sms.providerAt,
  );
  // Of the store's clock, since a range of ids is a range of time.
  const id = uuidv7({ msecs: Math.floor(stream.now), random: randomFromPool(16) });
  return {
    sms,
    text,
    otp,
    numberId,
    lease,
    claimedBy: null,
    heldFor: null,
    peekedBy: [],
    matchedAt: null,
    id,
    seq: stream.emit({
      type: "message.received",
      agentId: lease?.agentId ?? null,
      leaseId: lease?.id ?? null,
      numberId,
      messageId: id,
    }),
    senderKey: normaliseSender(sms.from),
    service: otp?.service ?? null,
    domain: otp?.domain ?? null,
    providerAt: sms.providerAt,
    expiresAt: messageExpiry({
      providerAt: sms.providerAt,
      storedAt: stream.now,
      expiresInSeconds: otp?.expiresInSeconds,
    }),
    body: () => text,
  };
}

/** Offers every message, in the order of the stream, to the waits of its lease; a wait takes one. */
function match(
  clock: Clock,
  { messages, waits, now }: { messages: readonly NewSms[]; waits: readonly Wait[]; now: number },
): void {
  const answered = new Set<Wait>();
  for (const message of messages) {
    const listeners = waits
      .filter((wait) => wait.leaseId === message.lease?.id && !answered.has(wait))
      .filter((wait) => mayRead(wait, message) && hears(wait, message))
      .map((wait) => ({ wait, mode: wait.mode, conditions: conditionsFor(message, wait) }));
    const { claim, peeks, passed } = offer(message, listeners, now);
    for (const { wait } of passed) wait.seenNonmatching += 1;
    message.claimedBy = claim?.wait ?? null;
    message.matchedAt = claim ? clock() : null;
    message.peekedBy = peeks.map(({ wait }) => wait);
    for (const wait of [...message.peekedBy, ...(claim ? [claim.wait] : [])]) answered.add(wait);
  }
}

/** Whether the message ends a wait must not tell its text to an agent that has to ask for it. */
function mayRead({ filters }: Wait, { lease, sms }: NewSms): boolean {
  return sms.blocked || lease === null || isOpenFor(lease, lease.id) || !readsText(filters.conditions);
}

/** That a text was withheld is told at the call: there is nothing to keep for one that is still to come. */
function hears({ parkedAt }: Wait, { sms }: NewSms): boolean {
  return parkedAt === null || !sms.blocked;
}

function conditionsFor({ sms }: NewSms, { filters }: Wait): Conditions {
  return sms.blocked ? withoutText(filters.conditions) : filters.conditions;
}

/** Ends the waits that took or looked at a message; gives the ids of the messages that were replaced. */
function answer(
  stream: LockedStream,
  messages: readonly NewSms[],
  stored: readonly OlderMessage[],
): Set<string> {
  const superseded = new Set<string>();
  const fresh = messages.flatMap((message) =>
    message.lease && !message.claimedBy && !message.heldFor && !message.sms.blocked
      ? [{ ...message, leaseId: message.lease.id, providerMessageId: message.sms.providerMessageId }]
      : [],
  );
  const available = [...stored, ...fresh];
  for (const message of messages) {
    for (const wait of [...message.peekedBy, ...(message.claimedBy ? [message.claimedBy] : [])]) {
      if (message.sms.blocked) {
        blockWait(stream, wait, message);
        continue;
      }
      const ofLease = available.filter(
        (other) => other.leaseId === wait.leaseId && !superseded.has(other.id),
      );
      for (const id of answerWait(stream, wait, {
        message: { ...message, redelivered: false },
        available: ofLease,
        actor: system("matching"),
      }))
        superseded.add(id);
    }
  }
  return superseded;
}

/** The waits that this message ended, as the store will give them once they are committed. */
function answersOf(stream: LockedStream, message: NewSms): WaitWithMessage[] {
  const { sms } = message;
  const { claimedBy } = message;
  const stored: Message = {
    ...message,
    check: stream.emitted().find((event) => event.seq === message.seq)?.check_value ?? null,
    phoneNumber: sms.to,
    leaseId: message.lease?.id ?? null,
    agentId: message.lease?.agentId ?? null,
    provider: sms.provider,
    providerMessageId: sms.providerMessageId,
    sender: sms.from,
    state: stateOf(message),
    waitId: claimedBy?.id ?? null,
    redelivered: false,
    approved: false,
    receivedAt: sms.receivedAt,
    storedAt: stream.now,
    matchedAt: message.matchedAt,
    pushedAt: null,
    takenAt: null,
    hasBody: true,
    otp: () => message.otp,
  };
  const team = { ...stream.head, settings: stream.settings };
  return [...message.peekedBy, ...(claimedBy ? [claimedBy] : [])].map((wait) => ({
    wait,
    message: stored,
    team,
  }));
}

function stateOf({ sms, claimedBy, heldFor }: NewSms): MessageState {
  if (sms.blocked) return "provider_blocked";
  if (heldFor) return "held";
  return claimedBy ? "claimed" : "available";
}

function servicesOf(messages: readonly NewSms[]): ServiceUse[] {
  const uses = messages.flatMap(({ lease, service, numberId }) =>
    lease && service !== null ? [{ numberId, service: serviceName(service), memberId: lease.memberId }] : [],
  );
  return uses.filter(({ service }) => service !== "");
}

function rowOf(
  store: Store,
  stream: LockedStream,
  { message, superseded }: { message: NewSms; superseded: ReadonlySet<string> },
): NewMessage {
  const { sms, otp, text, lease } = message;
  const { cipher, key } = newEnvelope(store.keyRing, {
    teamId: stream.id,
    messageId: message.id,
    leaseId: lease?.id ?? null,
  });
  return {
    key,
    account: sms.account,
    row: {
      team_id: stream.id,
      id: message.id,
      seq: message.seq,
      number_id: message.numberId,
      lease_id: lease?.id ?? null,
      agent_id: lease?.agentId ?? null,
      provider: sms.provider,
      provider_message_id: sms.providerMessageId,
      sender: sms.from,
      sender_key: message.senderKey,
      service: message.service,
      domain: message.domain,
      body: cipher.seal("body", text),
      has_code: otp !== null,
      extraction: otp === null ? null : cipher.seal("extraction", JSON.stringify(otp)),
      media: JSON.stringify(sms.media),
      state: superseded.has(message.id) ? "superseded" : stateOf(message),
      wait_id: (message.claimedBy ?? message.heldFor)?.id ?? null,
      redelivered: false,
      provider_at: timestamp(sms.providerAt),
      received_at: timestamp(sms.receivedAt),
      stored_at: timestamp(stream.now),
      expires_at: timestamp(message.expiresAt),
      matched_at: message.matchedAt === null ? null : timestamp(message.matchedAt),
    },
  };
}
