import type { Actor } from "../domain/audit-entry.ts";
import { mayLook, type Guard } from "../domain/approval.ts";
import { mismatch, newest, readsText } from "../domain/wait-matching.ts";
import { guardOf } from "../store/approvals.ts";
import { availableMessages, type Message } from "../store/messages.ts";
import type { Store } from "../store/store.ts";
import { updateWait, type Wait } from "../store/waits.ts";
import type { LockedTeam } from "../store/with-team.ts";
import { giveOrAsk } from "./ask-person.ts";

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
  if (available.length === 0) return wait;
  const guard = await guardOf(team.trx, {
    agentId: wait.agentId,
    perDay: team.settings.agentMessagesPerDay,
    now: team.now,
  });
  const messages = available.filter((message) => isFor(wait, message, guard));
  const timely = messages.filter((message) => wait.mode === "peek" || message.expiresAt > team.now);
  const matching = timely.filter((message) => mismatch(wait.filters.conditions, message) === null);
  const chosen = newest(matching);
  const seenNonmatching = Math.max(wait.seenNonmatching, messages.length - matching.length);
  const counted = { ...wait, seenNonmatching };
  if (chosen) {
    await giveOrAsk(team, counted, { message: chosen, available, actor, guard, at: store.clock() });
  } else if (seenNonmatching !== wait.seenNonmatching) await updateWait(team, counted);
  return counted;
}

/** Not one that the wait's caller may not look at, nor by its text where that has to be asked for. */
function isFor(wait: Wait, message: Message, guard: Guard): boolean {
  if (wait.mode === "peek") return mayLook(guard, message);
  return guard.asks === null || message.approved || !readsText(wait.filters.conditions);
}
