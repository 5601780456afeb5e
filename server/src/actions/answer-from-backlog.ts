import type { Actor } from "../domain/audit-entry.ts";
import { isOpenFor, mayLook, OPEN, type Guard } from "../domain/approval.ts";
import { mismatch, newest, readsText, withoutText } from "../domain/wait-matching.ts";
import { guardOf } from "../store/approvals.ts";
import { availableMessages, blockedMessages, changeMessages, type Message } from "../store/messages.ts";
import type { Store } from "../store/store.ts";
import { updateWait, type Wait } from "../store/waits.ts";
import type { LockedTeam } from "../store/with-team.ts";
import { giveOrAsk } from "./ask-person.ts";
import { blockWait } from "./claim.ts";

/**
 * Gives an open wait the newest message of its lease that is there already and satisfies it; those that do not are
 * counted. Gives the wait as it stands then.
 */
export async function answerFromBacklog(
  store: Store,
  team: LockedTeam,
  { wait, actor }: { wait: Wait; actor: Actor },
): Promise<Wait> {
  const available = await availableMessages(team, { ring: store.keyRing, leaseId: wait.leaseId });
  // Nothing stands between an agent and no messages.
  const guard = available.length === 0 ? OPEN : await guardOf(team, wait.agentId);
  const messages = available.filter((message) => isFor(wait, message, guard));
  const timely = messages.filter((message) => wait.mode === "peek" || message.expiresAt > team.now);
  const matching = timely.filter((message) => mismatch(wait.filters.conditions, message) === null);
  const chosen = newest(matching);
  const seenNonmatching = Math.max(wait.seenNonmatching, messages.length - matching.length);
  const counted = { ...wait, seenNonmatching };
  if (chosen) {
    await giveOrAsk(team, counted, { message: chosen, available, actor, guard, at: store.clock() });
  } else if (await endBlocked(store, team, counted)) return counted;
  else if (seenNonmatching !== wait.seenNonmatching) await updateWait(team, counted);
  return counted;
}

/** Not one that the wait's caller may not look at, nor by its text where that has to be asked for. */
function isFor(wait: Wait, message: Message, guard: Guard): boolean {
  if (wait.mode === "peek") return mayLook(guard, message);
  return isOpenFor(guard, message.leaseId) || message.approved || !readsText(wait.filters.conditions);
}

/** Ends the wait where the provider withheld a message that no wait has been told of. */
async function endBlocked(store: Store, team: LockedTeam, wait: Wait): Promise<boolean> {
  const blocked = await blockedMessages(team, { ring: store.keyRing, leaseId: wait.leaseId });
  const conditions = withoutText(wait.filters.conditions);
  const message = blocked.find((candidate) => mismatch(conditions, candidate) === null);
  if (!message) return false;
  blockWait(team, wait, message);
  await updateWait(team, wait);
  if (wait.mode === "claim")
    await changeMessages(team, [message.id], { state: "provider_blocked", waitId: wait.id });
  return true;
}
