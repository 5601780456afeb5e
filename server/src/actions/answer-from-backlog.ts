import type { Actor } from "../domain/audit-entry.ts";
import { mismatch, newest } from "../domain/wait-matching.ts";
import { availableMessages } from "../store/messages.ts";
import type { Store } from "../store/store.ts";
import { updateWait, type Wait } from "../store/waits.ts";
import type { LockedTeam } from "../store/with-team.ts";
import { giveStoredMessage } from "./claim.ts";

/**
 * Gives an open wait the newest message of its lease that is there already and satisfies it; those that do not are
 * counted. Gives the wait as it stands then.
 */
export async function answerFromBacklog(
  store: Store,
  team: LockedTeam,
  { wait, actor }: { wait: Wait; actor: Actor },
): Promise<Wait> {
  const messages = await availableMessages(team, { ring: store.keyRing, leaseId: wait.leaseId });
  const timely = messages.filter((message) => wait.mode === "peek" || message.expiresAt > team.now);
  const matching = timely.filter((message) => mismatch(wait.filters.conditions, message) === null);
  const chosen = newest(matching);
  const seenNonmatching = Math.max(wait.seenNonmatching, messages.length - matching.length);
  const counted = { ...wait, seenNonmatching };
  if (chosen) {
    await giveStoredMessage(team, counted, {
      message: chosen,
      available: messages,
      actor,
      at: store.clock(),
    });
  } else if (seenNonmatching !== wait.seenNonmatching) await updateWait(team, counted);
  return counted;
}
