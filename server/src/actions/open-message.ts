import type {
  markUsedInput,
  MessageUsed,
  openMessageInput,
  PersonMessage,
} from "@agentpass/shared/message-api";
import { fail } from "@agentpass/shared/problem";
import type { z } from "zod";
import { scopeOf, type PersonViewer } from "../domain/access.ts";
import { readableContent } from "../domain/content-policy.ts";
import { noteViews } from "../store/message-views.ts";
import { changeMessages, messageByProviderId, type Message } from "../store/messages.ts";
import type { Store } from "../store/store.ts";
import { withTeamLock, type LockedTeam } from "../store/with-team.ts";
import { requireLiveKey } from "./require-live-key.ts";
import { renderMessage } from "./wait-answer.ts";
import { tellingPerson } from "./tell-person.ts";
import { withheldFrom } from "./withheld.ts";

/**
 * One message as its viewer may read it, an expired code too. Consumes nothing; every call is on record, before the
 * message is given. Throws `not_found` for one that is unknown or out of the viewer's scope.
 */
export async function openMessage(
  store: Store,
  viewer: PersonViewer,
  { id, purpose }: z.output<typeof openMessageInput>,
): Promise<PersonMessage> {
  return withTeamLock(store, viewer, async (team) => {
    const message = await messageInScope(store, team, { viewer, id });
    const readable = readableContent(viewer.kind, team.settings);
    const withheld = await withheldFrom(team, viewer, [message]);
    const tell = await tellingPerson(team.trx, viewer, [message]);
    const shown = tell(
      message,
      renderMessage({ readable, now: team.now }, message, { peek: true, withheld: withheld.has(message.id) }),
    );
    const withContent = shown.body !== undefined || shown.otp !== null;
    if (withContent) await noteViews(team, { memberId: viewer.memberId, ids: [message.id] });
    team.record(viewer, {
      action: purpose === "copy" ? "message.copied" : "message.opened",
      subject: { type: "message", id: message.id },
      after: { body: shown.body !== undefined, code: shown.otp !== null },
    });
    return shown;
  });
}

/**
 * A person used the code: nobody is given it any more. Throws `conflict` for a message that waits for an approval or
 * that holds no code because its provider took it out.
 */
export async function markMessageUsed(
  store: Store,
  viewer: PersonViewer,
  { id }: z.output<typeof markUsedInput>,
): Promise<MessageUsed> {
  return withTeamLock(store, viewer, async (team) => {
    const message = await messageInScope(store, team, { viewer, id });
    if (message.state === "consumed") return { id, status: "already_used" };
    if (message.state === "held")
      fail("conflict", "id: this code waits for an approval; decide that first", { field: "id" });
    if (message.state === "provider_blocked")
      fail("conflict", "id: this message holds no code: its provider took it out", { field: "id" });
    await changeMessages(team, [message.id], { state: "consumed", takenAt: team.now });
    team.emit({
      type: "message.changed",
      agentId: message.agentId,
      leaseId: message.leaseId,
      messageId: message.id,
      numberId: message.numberId,
    });
    team.record(viewer, {
      action: "message.consumed",
      subject: { type: "message", id: message.id },
      before: { state: message.state },
    });
    return { id, status: "used" };
  });
}

async function messageInScope(
  store: Store,
  team: LockedTeam,
  { viewer, id }: { viewer: PersonViewer; id: string },
): Promise<Message> {
  await requireLiveKey(team, viewer, "person");
  const found = await messageByProviderId(team.trx, {
    ring: store.keyRing,
    providerMessageId: id,
    scope: scopeOf(viewer),
  });
  return (
    found ??
    fail("not_found", `id: there is no message "${id.slice(0, 64)}" to see for this key`, { field: "id" })
  );
}
