import type { FeedItem } from "@agentpass/shared/feed";
import { fail } from "@agentpass/shared/problem";
import type { AgentViewer, Viewer } from "../domain/access.ts";
import type { StreamEvent } from "../store/events.ts";
import { liveKey } from "../store/keys.ts";
import { waitWithMessage } from "../store/messages.ts";
import { notePushed } from "../store/receipts.ts";
import type { Store } from "../store/store.ts";
import { withTeam } from "../store/with-team.ts";
import { waitAnswer } from "./wait-answer.ts";

/**
 * What an event is to a viewer that may hear of it: to the agent whose wait changed the answer itself, as it is
 * now; else the ids. Null where nothing is left to tell.
 */
export async function feedItem(store: Store, viewer: Viewer, event: StreamEvent): Promise<FeedItem | null> {
  const atOnce = feedItemAtOnce(viewer, event);
  if (atOnce !== undefined) return atOnce;
  if (isOwnKeyChanged(viewer, event)) await requireKey(store, viewer);
  if (viewer.kind !== "agent" || event.type !== "wait.changed") return ids(event);
  return event.waitId === null ? null : answerItem(store, viewer, { seq: event.seq, waitId: event.waitId });
}

/** The same without a look at the store; undefined: only that can tell. */
export function feedItemAtOnce(viewer: Viewer, event: StreamEvent): FeedItem | null | undefined {
  if (isOwnKeyChanged(viewer, event)) return undefined;
  if (viewer.kind !== "agent") return ids(event);
  // Of an approval its wait says so.
  if (event.type === "approval.changed") return null;
  return event.type === "wait.changed" ? undefined : ids(event);
}

const isOwnKeyChanged = (viewer: Viewer, event: StreamEvent): boolean =>
  event.type === "key.changed" && event.keyId === viewer.keyId;

/** The same object for all who are told of an event, so that it can be encoded once. Null: it is told to its agent only. */
function ids(event: StreamEvent): FeedItem | null {
  const type = event.type === "wait.changed" ? "message.changed" : event.type;
  if (event.type === "wait.changed" && event.messageId === null) return null;
  const item = items.get(event) ?? { ...idsOf(event), type };
  items.set(event, item);
  return item;
}

const items = new WeakMap<StreamEvent, FeedItem>();

/** The viewer's own key changed: after a revocation it hears nothing more, nor in a role that it has no more. */
async function requireKey(store: Store, viewer: Viewer): Promise<void> {
  const { teamId, keyId } = viewer;
  const live = await withTeam(store, teamId, (trx) => liveKey(trx, { keyId, now: store.clock() }));
  if (live === null)
    fail("not_signed_in", "This key has been revoked or has expired. Ask an admin for a new one.");
  if (viewer.kind !== "agent" && viewer.role !== live.role)
    fail("unavailable", "The role of this key's member has changed; connect again.");
}

async function answerItem(
  store: Store,
  viewer: AgentViewer,
  { seq, waitId }: { seq: number; waitId: string },
): Promise<FeedItem | null> {
  const now = store.clock();
  const found =
    store.freshAnswers.get(seq, waitId) ??
    (await withTeam(store, viewer, (trx) => waitWithMessage(trx, { ring: store.keyRing, waitId })));
  if (!found || found.wait.state === "open") return null;
  const { wait, message, team } = found;
  const answer = waitAnswer({ settings: team.settings, head: team, mode: store.mode, now }, wait, message);
  if (answer.status !== "received" || message === null)
    return { type: "wait.changed", requestId: answer.requestId, answer };
  const pushedAt = answer.receipt.pushedAt ?? store.clock();
  if (answer.receipt.pushedAt === undefined) {
    store.receiptNotes.add(
      withTeam(store, viewer, (trx) => notePushed(trx, { id: message.id, at: pushedAt })),
    );
    const { id: messageId, receivedAt, storedAt } = message;
    const direct = wait.openedAt <= receivedAt && !message.approved && !message.redelivered;
    const { agentId } = viewer;
    store.observe({ type: "answer.pushed", messageId, agentId, receivedAt, storedAt, pushedAt, direct });
  }
  return {
    type: "wait.changed",
    requestId: answer.requestId,
    answer: { ...answer, receipt: { ...answer.receipt, pushedAt } },
  };
}

function idsOf(event: StreamEvent) {
  return {
    ...(event.numberId === null ? {} : { numberId: event.numberId }),
    ...(event.leaseId === null ? {} : { leaseId: event.leaseId }),
    ...(event.messageId === null ? {} : { messageId: event.messageId }),
    ...(event.agentId === null ? {} : { agentId: event.agentId }),
    ...(event.keyId === null ? {} : { keyId: event.keyId }),
  };
}
