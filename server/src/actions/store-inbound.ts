import { cleanBody } from "@agentpass/shared/clean-text";
import { extractOtp, type Otp } from "@agentpass/shared/otp/index";
import { normaliseSender } from "@agentpass/shared/sender";
import { v7 as uuidv7 } from "uuid";
import { newEnvelope } from "../crypto/envelope.ts";
import { decideHolder, HOLDER_MARGIN_MS } from "../domain/holder.ts";
import type { InboundSms, StoreOutcome } from "../domain/inbound-sms.ts";
import { messageExpiry } from "../domain/message-expiry.ts";
import { offer } from "../domain/offer.ts";
import { serviceName } from "../domain/service-name.ts";
import type { Candidate } from "../domain/wait-matching.ts";
import { isListening } from "../domain/wait-life.ts";
import {
  insertMessages,
  insertReceipts,
  leasesForInbound,
  lockTeams,
  poolNumbers,
  rememberService,
  type LeaseForInbound,
  type NewMessage,
  type PoolNumber,
} from "../store/inbound.ts";
import type { Store } from "../store/store.ts";
import { timestamp } from "../store/timestamp.ts";
import { unsettledWaits, updateWait, type Wait } from "../store/waits.ts";
import { lockedTeam, type LockedTeam } from "../store/with-team.ts";
import { answerWait } from "./claim.ts";

/** An SMS on its way into the store. */
interface Arrival {
  sms: InboundSms;
  messageId: string;
  /** Cleaned: the only form that is kept. */
  body: string;
  otp: Otp | null;
  number: PoolNumber;
}

/**
 * Stores a batch of messages, each once for ever, and gives them to the waits that they satisfy; one transaction
 * for all. Gives the outcomes in the order of the batch, after the commit. Throws where nothing was committed.
 */
export async function storeInbound(store: Store, batch: readonly InboundSms[]): Promise<StoreOutcome[]> {
  const arrivals = await arrivalsOf(store, batch);
  const teamIds = [
    ...new Set(arrivals.flatMap((arrival) => (arrival ? [arrival.number.teamId] : []))),
  ].sort();
  const stored = new Set<string>();
  const grown: string[] = [];
  if (teamIds.length > 0) {
    await store.ingest.transaction().execute(async (trx) => {
      for (const row of await lockTeams(trx, teamIds)) {
        const { team, writeEvents } = lockedTeam(trx, { row, now: store.clock() });
        const ofTeam = arrivals.filter(
          (arrival) => arrival !== null && arrival.number.teamId === team.id,
        ) as Arrival[];
        for (const id of await storeForTeam(store, team, ofTeam)) stored.add(id);
        if (await writeEvents()) grown.push(team.id);
      }
    });
  }
  for (const teamId of grown) store.wakeUp(teamId);
  return arrivals.map((arrival) => {
    if (arrival === null) return "unknown_number";
    return stored.has(arrival.messageId) ? "stored" : "repeat";
  });
}

async function arrivalsOf(store: Store, batch: readonly InboundSms[]): Promise<(Arrival | null)[]> {
  const numbers = await poolNumbers(store.ingest, [...new Set(batch.map((sms) => sms.to))]);
  return batch.map((sms) => {
    const number = numbers.find(
      (candidate) => candidate.e164 === sms.to && candidate.provider === sms.provider,
    );
    if (!number) return null;
    const body = cleanBody(sms.body);
    return {
      sms,
      number,
      body,
      messageId: uuidv7(),
      otp: extractOtp(body, { sender: sms.from, receivedAt: sms.receivedAt }),
    };
  });
}

/** Gives the ids of the messages that were new. */
async function storeForTeam(
  store: Store,
  team: LockedTeam,
  arrivals: readonly Arrival[],
): Promise<Set<string>> {
  const fresh = await insertReceipts(
    team,
    arrivals.map(({ sms, messageId }) => ({ ...sms, messageId })),
  );
  const news = arrivals.filter((arrival) => fresh.has(arrival.messageId));
  if (news.length === 0) return fresh;
  const leases = await leasesForInbound(team, {
    numberIds: [...new Set(news.map(({ number }) => number.id))],
    earliest: Math.min(...news.map(({ sms }) => sms.providerAt)) - HOLDER_MARGIN_MS,
  });
  const placed = news.map((arrival) => place(team, arrival, leases));
  const holders = new Set(placed.flatMap(({ lease }) => (lease ? [lease.id] : [])));
  const waits = (await unsettledWaits(team, [...holders])).filter(
    (wait) => wait.state === "open" && isListening(wait, team.now),
  );
  const claims = matchAll(team, placed, waits);
  await insertMessages(
    team,
    placed.map((message) => rowOf(store, team, { message, claim: claims.get(message.id) ?? null })),
  );
  await writeClaims(team, placed, { waits, claims });
  for (const { lease, service, arrival } of placed) {
    if (lease && service !== null && serviceName(service) !== "") {
      await rememberService(team, {
        numberId: arrival.number.id,
        service: serviceName(service),
        memberId: lease.memberId,
      });
    }
  }
  return fresh;
}

/** A new message with its seq and its holder. */
interface Placed extends Candidate {
  arrival: Arrival;
  lease: LeaseForInbound | null;
}

function place(team: LockedTeam, arrival: Arrival, leases: readonly LeaseForInbound[]): Placed {
  const { sms, otp, number } = arrival;
  const lease = decideHolder(
    leases.filter((candidate) => candidate.numberId === number.id),
    sms.providerAt,
  );
  const seq = team.emit({
    type: "message.received",
    agentId: lease?.agentId ?? null,
    leaseId: lease?.id ?? null,
    numberId: number.id,
    messageId: arrival.messageId,
  });
  return {
    arrival,
    lease,
    id: arrival.messageId,
    seq,
    senderKey: normaliseSender(sms.from),
    service: otp?.service ?? null,
    domain: otp?.domain ?? null,
    providerAt: sms.providerAt,
    expiresAt: messageExpiry({
      providerAt: sms.providerAt,
      storedAt: team.now,
      expiresInSeconds: otp?.expiresInSeconds,
    }),
    body: () => arrival.body,
  };
}

type OpenWait = Wait & { taken?: Placed };

/** Offers every message to the waits of its lease; gives the claiming wait of each claimed message. */
function matchAll(team: LockedTeam, placed: readonly Placed[], waits: OpenWait[]): Map<string, OpenWait> {
  const claims = new Map<string, OpenWait>();
  for (const message of placed) {
    if (!message.lease) continue;
    const listeners = waits
      .filter((wait) => wait.leaseId === message.lease?.id && wait.taken === undefined)
      .map((wait) => ({ wait, mode: wait.mode, conditions: wait.filters.conditions }));
    const result = offer(message, listeners, team.now);
    for (const { wait } of result.passed) wait.seenNonmatching += 1;
    for (const { wait } of result.peeks) wait.taken = message;
    if (result.claim) {
      result.claim.wait.taken = message;
      claims.set(message.id, result.claim.wait);
    }
  }
  return claims;
}

async function writeClaims(
  team: LockedTeam,
  placed: readonly Placed[],
  { waits }: { waits: OpenWait[]; claims: Map<string, OpenWait> },
): Promise<void> {
  for (const { taken, ...wait } of waits) {
    if (taken)
      await answerWait(team, wait, {
        ...taken,
        leaseId: wait.leaseId,
        numberId: taken.arrival.number.id,
        redelivered: false,
      });
    else if (placed.some((message) => message.lease?.id === wait.leaseId)) await updateWait(team, wait);
  }
}

function rowOf(
  store: Store,
  team: LockedTeam,
  { message, claim }: { message: Placed; claim: Wait | null },
): NewMessage {
  const { sms, number, otp, body } = message.arrival;
  const { cipher, key } = newEnvelope(store.keyRing, {
    teamId: team.id,
    messageId: message.id,
    leaseId: message.lease?.id ?? null,
  });
  return {
    key,
    row: {
      team_id: team.id,
      id: message.id,
      seq: message.seq,
      number_id: number.id,
      lease_id: message.lease?.id ?? null,
      agent_id: message.lease?.agentId ?? null,
      provider: sms.provider,
      provider_message_id: sms.providerMessageId,
      sender: sms.from,
      sender_key: message.senderKey,
      service: message.service,
      domain: message.domain,
      body: cipher.seal("body", body),
      extraction: otp === null ? null : cipher.seal("extraction", JSON.stringify(otp)),
      media: JSON.stringify(sms.media),
      state: claim ? "claimed" : "available",
      wait_id: claim?.id ?? null,
      provider_at: timestamp(sms.providerAt),
      received_at: timestamp(sms.receivedAt),
      stored_at: timestamp(team.now),
      expires_at: timestamp(message.expiresAt),
      matched_at: claim ? timestamp(store.clock()) : null,
    },
  };
}
