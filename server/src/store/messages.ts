import type { MessageState } from "@agentpass/shared/agent-api";
import type { StreamPosition } from "@agentpass/shared/cursor";
import type { Otp } from "@agentpass/shared/otp/index";
import { sql } from "kysely";
import { openEnvelope, type MessageCipher } from "../crypto/envelope.ts";
import type { KeyRing } from "../crypto/key-ring.ts";
import type { Scope } from "../domain/access.ts";
import type { TeamSettings } from "../domain/team-settings.ts";
import { lazily } from "../domain/lazily.ts";
import type { Candidate } from "../domain/wait-matching.ts";
import { teamState, teamStateOf, type TeamRow } from "./events.ts";
import { CLAIMABLE_MS, lowestId } from "./partitions.ts";
import { idsByProviderId } from "./receipts.ts";
import { messageInScope } from "./scope.ts";
import type { MessagesTableRow } from "./schema.ts";
import { timestamp } from "./timestamp.ts";
import { waitById, waitOfJson, type Wait, type WaitJson } from "./waits.ts";
import type { LockedTeam, Trx } from "./with-team.ts";

/** One stored SMS with its envelope opened lazily. Times in epoch milliseconds. */
export interface Message extends Candidate {
  /** Check value of the event by which it was stored; null once that event is pruned. */
  check: string | null;
  numberId: string;
  phoneNumber: string;
  leaseId: string | null;
  agentId: string | null;
  provider: string;
  providerMessageId: string;
  sender: string;
  state: MessageState;
  waitId: string | null;
  redelivered: boolean;
  /** A person let its agent have it. */
  approved: boolean;
  receivedAt: number;
  storedAt: number;
  matchedAt: number | null;
  pushedAt: number | null;
  takenAt: number | null;
  hasBody: boolean;
  /** What the extractor found; null where it found nothing and once erased. */
  otp: () => Otp | null;
}

type MessageRow = MessagesTableRow & {
  e164: string;
  check_value: string | null;
  master_key_id: string | null;
  wrapped: Buffer | null;
};

export function messageQuery(trx: Trx) {
  return trx
    .selectFrom("messages")
    .innerJoin("numbers", (join) =>
      join.onRef("numbers.team_id", "=", "messages.team_id").onRef("numbers.id", "=", "messages.number_id"),
    )
    .leftJoin("message_keys", (join) =>
      join
        .onRef("message_keys.team_id", "=", "messages.team_id")
        .onRef("message_keys.message_id", "=", "messages.id"),
    )
    .leftJoin("events", (join) =>
      join.onRef("events.team_id", "=", "messages.team_id").onRef("events.seq", "=", "messages.seq"),
    )
    .selectAll("messages")
    .select(["numbers.e164", "message_keys.master_key_id", "message_keys.wrapped", "events.check_value"]);
}

export function messageOf(ring: KeyRing, row: MessageRow): Message {
  const cipher = lazily((): MessageCipher | null => {
    if (row.master_key_id === null || row.wrapped === null) return null;
    return openEnvelope(
      ring,
      { teamId: row.team_id, messageId: row.id, leaseId: row.lease_id },
      { masterKeyId: row.master_key_id, wrapped: row.wrapped },
    );
  });
  return {
    id: row.id,
    seq: row.seq,
    check: row.check_value,
    senderKey: row.sender_key,
    service: row.service,
    domain: row.domain,
    providerAt: row.provider_at,
    expiresAt: row.expires_at,
    numberId: row.number_id,
    phoneNumber: row.e164,
    leaseId: row.lease_id,
    agentId: row.agent_id,
    provider: row.provider,
    providerMessageId: row.provider_message_id,
    sender: row.sender,
    state: row.state,
    waitId: row.wait_id,
    redelivered: row.redelivered,
    approved: row.approved_at !== null,
    receivedAt: row.received_at,
    storedAt: row.stored_at,
    matchedAt: row.matched_at,
    pushedAt: row.pushed_at,
    takenAt: row.taken_at,
    hasBody: row.body !== null,
    body: lazily(() => (row.body === null ? "" : (cipher()?.open("body", row.body) ?? ""))),
    otp: lazily(() => {
      const text = row.extraction === null ? undefined : cipher()?.open("extraction", row.extraction);
      return text === undefined ? null : (JSON.parse(text) as Otp);
    }),
  };
}

export async function messageById(
  trx: Trx,
  { ring, id }: { ring: KeyRing; id: string },
): Promise<Message | null> {
  const row = await messageQuery(trx).where("messages.id", "=", id).executeTakeFirst();
  return row ? messageOf(ring, row) : null;
}

/** By the provider's id, which is all that people and agents are told. */
export async function messageByProviderId(
  trx: Trx,
  { ring, providerMessageId, scope }: { ring: KeyRing; providerMessageId: string; scope: Scope },
): Promise<Message | null> {
  const row = await messageQuery(trx)
    .where("messages.id", "in", idsByProviderId(trx, providerMessageId))
    .where(messageInScope(scope))
    .executeTakeFirst();
  return row ? messageOf(ring, row) : null;
}

export interface WaitWithMessage {
  wait: Wait;
  message: Message | null;
  team: StreamPosition & { settings: TeamSettings };
}

/** A wait, the message it was answered with, and its team; in one statement where there is a message. */
export async function waitWithMessage(
  trx: Trx,
  { ring, waitId }: { ring: KeyRing; waitId: string },
): Promise<WaitWithMessage | null> {
  const row = await messageQuery(trx)
    .innerJoin("waits", (join) =>
      join.onRef("waits.team_id", "=", "messages.team_id").onRef("waits.message_id", "=", "messages.id"),
    )
    .innerJoin("teams", "teams.id", "messages.team_id")
    .where("waits.id", "=", waitId)
    .select([sql<WaitJson>`to_jsonb(waits)`.as("wait"), sql<TeamRow>`to_jsonb(teams)`.as("team")])
    .executeTakeFirst();
  if (row) return { wait: waitOfJson(row.wait), message: messageOf(ring, row), team: teamStateOf(row.team) };
  const wait = await waitById(trx, waitId);
  return wait && { wait, message: null, team: await teamState(trx) };
}

/** What waits of this lease may still be given, or see in a peek for a day; newest stored first. */
export async function availableMessages(
  team: LockedTeam,
  { ring, leaseId }: { ring: KeyRing; leaseId: string },
): Promise<Message[]> {
  const rows = await messageQuery(team.trx)
    .where("messages.lease_id", "=", leaseId)
    .where("messages.state", "=", "available")
    .where("messages.id", ">=", lowestId(team.now - 24 * CLAIMABLE_MS))
    .orderBy("messages.seq", "desc")
    .limit(200)
    .execute();
  return rows.map((row) => messageOf(ring, row));
}

/** What the provider withheld of this lease, and no wait has been told of; newest stored first. */
export async function blockedMessages(
  team: LockedTeam,
  { ring, leaseId }: { ring: KeyRing; leaseId: string },
): Promise<Message[]> {
  const rows = await messageQuery(team.trx)
    .where("messages.lease_id", "=", leaseId)
    .where("messages.state", "=", "provider_blocked")
    .where("messages.wait_id", "is", null)
    .where("messages.id", ">=", lowestId(team.now - CLAIMABLE_MS))
    .where("messages.expires_at", ">", sql<number>`${timestamp(team.now)}::timestamptz`)
    .orderBy("messages.seq", "desc")
    .limit(20)
    .execute();
  return rows.map((row) => messageOf(ring, row));
}

/** Whether a message is in a viewer's scope. */
export async function isInScope(trx: Trx, { id, scope }: { id: string; scope: Scope }): Promise<boolean> {
  const row = await trx
    .selectFrom("messages")
    .select("id")
    .where("id", "=", id)
    .where(messageInScope(scope))
    .executeTakeFirst();
  return row !== undefined;
}

/** The columns of a message that may change after it is stored. */
export interface MessageChange {
  state: MessageState;
  waitId?: string | null;
  redelivered?: boolean;
  approvedAt?: number;
  matchedAt?: number;
  takenAt?: number;
}

export async function changeMessages(
  team: LockedTeam,
  ids: readonly string[],
  change: MessageChange,
): Promise<void> {
  if (ids.length === 0) return;
  await team.trx
    .updateTable("messages")
    .set({
      state: change.state,
      ...(change.waitId === undefined ? {} : { wait_id: change.waitId }),
      ...(change.redelivered === undefined ? {} : { redelivered: change.redelivered }),
      ...(change.approvedAt === undefined ? {} : { approved_at: timestamp(change.approvedAt) }),
      ...(change.matchedAt === undefined ? {} : { matched_at: timestamp(change.matchedAt) }),
      ...(change.takenAt === undefined ? {} : { taken_at: timestamp(change.takenAt) }),
    })
    .where("team_id", "=", team.id)
    .where("id", "in", ids)
    .execute();
}
