import { system, type Actor } from "../domain/audit-entry.ts";
import { offer } from "../domain/offer.ts";
import { isListening } from "../domain/wait-life.ts";
import { availableMessages, changeMessages, messageById } from "../store/messages.ts";
import type { Store } from "../store/store.ts";
import { unsettledWaits, updateWait, type Wait } from "../store/waits.ts";
import type { LockedTeam } from "../store/with-team.ts";
import { emitWaitChanged, giveStoredMessage } from "./claim.ts";

/** Ends a wait whose caller did not get its answer, and returns the message that it had claimed. */
export async function giveBack(
  store: Store,
  team: LockedTeam,
  { wait, actor }: { wait: Wait; actor: Actor },
): Promise<Wait> {
  const cancelled: Wait = { ...wait, state: "cancelled", endedAt: team.now, parkedAt: null };
  emitWaitChanged(team, cancelled);
  await updateWait(team, cancelled);
  await returnMessage(store, team, { wait, actor });
  return cancelled;
}

/**
 * The message that a wait had claimed and whose caller did not get it: available to its lease again, marked as
 * delivered before, and at once given to another wait that listens and that it satisfies.
 */
export async function returnMessage(
  store: Store,
  team: LockedTeam,
  { wait, actor }: { wait: Wait; actor: Actor },
): Promise<void> {
  const message =
    wait.messageId === null ? null : await messageById(team.trx, { ring: store.keyRing, id: wait.messageId });
  if (message?.state !== "claimed" || message.waitId !== wait.id) return;
  await changeMessages(team, [message.id], { state: "available", waitId: null, redelivered: true });
  team.record(actor, {
    action: "message.given_back",
    subject: { type: "message", id: message.id },
    before: { waitId: wait.id },
  });
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
      actor: system("matching"),
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
}
