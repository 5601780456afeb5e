import { system, type Actor } from "../domain/audit-entry.ts";
import { offer } from "../domain/offer.ts";
import { isListening } from "../domain/wait-life.ts";
import { guardOf } from "../store/approvals.ts";
import { availableMessages, changeMessages, messageById, type Message } from "../store/messages.ts";
import type { Store } from "../store/store.ts";
import { unsettledWaits, updateWait, type Wait } from "../store/waits.ts";
import type { LockedTeam } from "../store/with-team.ts";
import { giveOrAsk } from "./ask-person.ts";
import { emitWaitChanged } from "./claim.ts";

/** Ends a wait whose caller did not get its answer, and returns the message that it had claimed. */
export async function giveBack(
  store: Store,
  team: LockedTeam,
  { wait, actor }: { wait: Wait; actor: Actor },
): Promise<Wait> {
  const cancelled: Wait = {
    ...wait,
    state: "cancelled",
    // Whoever asks again by its id is not given what may be another's by then.
    messageId: null,
    superseded: [],
    endedAt: team.now,
    parkedAt: null,
  };
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
  await offerAgain(store, team, { ...message, redelivered: true });
}

/** Gives a message that is available to its lease again to a wait that listens and that it satisfies. */
export async function offerAgain(store: Store, team: LockedTeam, message: Message): Promise<void> {
  const { leaseId, agentId, numberId } = message;
  const listeners = (await unsettledWaits(team, leaseId === null ? [] : [leaseId])).filter(
    (wait) => wait.state === "open" && isListening(wait, team.now),
  );
  const { claim } = offer(
    message,
    listeners.map((wait) => ({ wait, mode: wait.mode, conditions: wait.filters.conditions })),
    team.now,
  );
  if (!claim)
    return void team.emit({ type: "message.changed", agentId, leaseId, messageId: message.id, numberId });
  await giveOrAsk(team, claim.wait, {
    message,
    available: await availableMessages(team, { ring: store.keyRing, leaseId: claim.wait.leaseId }),
    actor: system("matching"),
    guard: await guardOf(team, claim.wait.agentId),
    at: store.clock(),
  });
}
