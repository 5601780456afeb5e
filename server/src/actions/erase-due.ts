import type { Otp } from "@agentpass/shared/otp/index";
import { newEnvelope } from "../crypto/envelope.ts";
import { system } from "../domain/audit-entry.ts";
import { redactCode } from "../domain/redact.ts";
import { eraseBody, eraseCode, messagesWithDueBody, messagesWithDueCode } from "../store/message-erasure.ts";
import { forgetViews } from "../store/message-views.ts";
import type { Message } from "../store/messages.ts";
import { pruneEvents, teamState } from "../store/events.ts";
import { withTeam, withTeamLock, type LockedTeam, type TeamStore } from "../store/with-team.ts";

/** A code outlives its expiry by this much, for a person who looks a moment late. */
const CODE_GRACE_MS = 10 * 60_000;
/** How far back a device may have been away and still get every event. */
const EVENT_RETENTION_MS = 7 * 86_400_000;

/** Erases codes, bodies and events whose time is over: data keys are deleted with what they sealed. */
export async function eraseDue(store: TeamStore, teamId: string): Promise<void> {
  const limits = (now: number, bodyRetentionMs: number) => ({
    code: now - CODE_GRACE_MS,
    body: now - bodyRetentionMs,
    events: now - EVENT_RETENTION_MS,
  });
  const due = await withTeam(store, teamId, async (trx) => {
    const before = limits(store.clock(), (await teamState(trx)).settings.bodyRetentionMs);
    const codes = await messagesWithDueCode(trx, { ring: store.keyRing, before: before.code });
    const bodies = await messagesWithDueBody(trx, { ring: store.keyRing, before: before.body });
    return codes.length + bodies.length > 0;
  });
  if (!due) return;
  await withTeamLock(store, teamId, async (team) => {
    const before = limits(team.now, team.settings.bodyRetentionMs);
    const bodies = await messagesWithDueBody(team.trx, { ring: store.keyRing, before: before.body });
    for (const { id } of bodies) {
      await eraseBody(team, id);
      await forgetViews(team, id);
    }
    const codes = await messagesWithDueCode(team.trx, { ring: store.keyRing, before: before.code });
    for (const message of codes) await eraseMessageCode(store, team, message);
    await pruneEvents(team, before.events);
    if (bodies.length + codes.length > 0)
      team.record(system("retention"), {
        action: "message.erased",
        after: { bodies: bodies.length, codes: codes.length },
      });
  });
}

/**
 * The body stays, without the code, under a new data key; the old key goes. What cannot be opened is erased whole: it
 * may hold a code that nobody can take out, and may not keep others from being erased.
 */
async function eraseMessageCode(store: TeamStore, team: LockedTeam, message: Message): Promise<void> {
  const opened = open(message);
  if (opened === null) return eraseBody(team, message.id);
  const { otp, body } = opened;
  if (otp === null || !message.hasBody) return eraseCode(team, { id: message.id, resealed: null });
  const { cipher, key } = newEnvelope(store.keyRing, {
    teamId: team.id,
    messageId: message.id,
    leaseId: message.leaseId,
  });
  return eraseCode(team, {
    id: message.id,
    resealed: { body: cipher.seal("body", redactCode(body, otp.code)), key },
  });
}

function open(message: Message): { otp: Otp | null; body: string } | null {
  try {
    return { otp: message.otp(), body: message.body() };
  } catch {
    return null;
  }
}
