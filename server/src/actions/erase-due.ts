import type { Otp } from "@agentpass/shared/otp/index";
import { newEnvelope } from "../crypto/envelope.ts";
import { system } from "../domain/audit-entry.ts";
import type { TeamSettings } from "../domain/team-settings.ts";
import { redactCode } from "../domain/redact.ts";
import { eraseBody, eraseCode, idsWithDueBody, messagesWithDueCode } from "../store/message-erasure.ts";
import { forgetViews } from "../store/message-views.ts";
import type { Message } from "../store/messages.ts";
import { hasEventsBefore, pruneEvents, teamState } from "../store/events.ts";
import { withTeam, withTeamLock, type LockedTeam, type TeamStore, type Trx } from "../store/with-team.ts";

/** A code outlives its expiry by this much, for a person who looks a moment late. */
const CODE_GRACE_MS = 10 * 60_000;
/** How far back a device may have been away and still get every event. */
const EVENT_RETENTION_MS = 7 * 86_400_000;

/** Erases codes, bodies and events whose time is over: data keys are deleted with what they sealed. */
export async function eraseDue(store: TeamStore, teamId: string): Promise<void> {
  const isDue = await withTeam(store, teamId, async (trx) => {
    const limits = limitsAt(store.clock(), (await teamState(trx)).settings);
    const { codes, bodies } = await dueIn(store, trx, limits);
    return codes.length + bodies.length > 0 || (await hasEventsBefore(trx, limits.events));
  });
  if (!isDue) return;
  await withTeamLock(store, teamId, async (team) => {
    const limits = limitsAt(team.now, team.settings);
    const { codes, bodies } = await dueIn(store, team.trx, limits);
    for (const id of bodies) {
      await eraseBody(team, id);
      await forgetViews(team, id);
    }
    for (const message of codes) await eraseMessageCode(store, team, message);
    await pruneEvents(team, limits.events);
    if (bodies.length + codes.length > 0)
      team.record(system("retention"), {
        action: "message.erased",
        after: { bodies: bodies.length, codes: codes.length },
      });
  });
}

/** What is due is older; epoch milliseconds. */
interface Limits {
  code: number;
  body: number;
  events: number;
}

function limitsAt(now: number, { bodyRetentionMs }: TeamSettings): Limits {
  return { code: now - CODE_GRACE_MS, body: now - bodyRetentionMs, events: now - EVENT_RETENTION_MS };
}

async function dueIn(
  { keyRing }: TeamStore,
  trx: Trx,
  { code, body }: Limits,
): Promise<{ codes: Message[]; bodies: string[] }> {
  return {
    bodies: await idsWithDueBody(trx, body),
    // A code goes with its body at the latest.
    codes: await messagesWithDueCode(trx, { ring: keyRing, before: code, since: body }),
  };
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
