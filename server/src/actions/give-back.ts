import { offer } from "../domain/offer.ts";
import { isListening } from "../domain/wait-life.ts";
import { availableMessages, changeMessages, messageById } from "../store/messages.ts";
import type { Store } from "../store/store.ts";
import { unsettledWaits, updateWait, type Wait } from "../store/waits.ts";
import type { LockedTeam } from "../store/with-team.ts";
import { emitWaitChanged, giveStoredMessage } from "./claim.ts";

/**
 * Ends a wait whose caller did not get its answer. A message it had claimed is available to its lease again, at
 * once to another wait that it satisfies, and marked as delivered before.
 */
export async function giveBack(store: Store, team: LockedTeam, wait: Wait): Promise<Wait> {
  const cancelled: Wait = { ...wait, state: "cancelled", endedAt: team.now, parkedAt: null };
  emitWaitChanged(team, cancelled);
  await updateWait(team, cancelled);
  const message =
    wait.messageId === null ? null : await messageById(team.trx, { ring: store.keyRing, id: wait.messageId });
  if (message?.state !== "claimed" || message.waitId !== wait.id) return cancelled;
  await changeMessages(team, [message.id], { state: "available", waitId: null, redelivered: true });
  const listeners = (await unsettledWaits(team, [wait.leaseId])).filter(
    (other) => other.state === "open" && isListening(other, team.now),
  );
  const { claim } = offer(
    message,
    listeners.map((other) => ({ wait: other, mode: other.mode, conditions: other.filters.conditions })),
    team.now,
  );
  if (claim) {
    const available = await availableMessages(team, { ring: store.keyRing, leaseId: wait.leaseId });
    await giveStoredMessage(team, claim.wait, {
      message: { ...message, redelivered: true },
      available,
      at: store.clock(),
    });
  } else
    team.emit({
      type: "message.changed",
      agentId: wait.agentId,
      leaseId: wait.leaseId,
      messageId: message.id,
      numberId: message.numberId,
    });
  return cancelled;
}
