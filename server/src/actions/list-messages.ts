import type { listMessagesInput, MessagePage } from "@agentpass/shared/agent-api";
import { fail } from "@agentpass/shared/problem";
import type { z } from "zod";
import { scopeOf, type Viewer } from "../domain/access.ts";
import { teamState } from "../store/events.ts";
import { listMessageRows } from "../store/messages.ts";
import type { Store } from "../store/store.ts";
import { withTeam } from "../store/with-team.ts";
import { withheldFrom } from "./withheld.ts";
import { renderMessage } from "./wait-answer.ts";

/** The messages in the viewer's scope, newest first. A page's `nextBefore` asks for the next. */
export async function listMessages(
  store: Store,
  viewer: Viewer,
  { phoneNumber, limit, before }: z.output<typeof listMessagesInput>,
): Promise<MessagePage> {
  const beforeSeq = before === undefined ? undefined : seqOf(before);
  return withTeam(store, viewer.teamId, async (trx) => {
    const { settings } = await teamState(trx);
    const rows = await listMessageRows(trx, store.keyRing, {
      scope: scopeOf(viewer),
      phoneNumber,
      beforeSeq,
      limit: limit + 1,
    });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const now = store.clock();
    const withheld = await withheldFrom(trx, viewer, { messages: page, settings, now });
    return {
      messages: page.map((message) =>
        renderMessage({ settings, now }, message, { peek: false, withheld: withheld.has(message.id) }),
      ),
      ...(rows.length > limit && last ? { nextBefore: String(last.seq) } : {}),
    };
  });
}

function seqOf(before: string): number {
  if (/^\d{1,15}$/.test(before)) return Number(before);
  return fail(
    "invalid_input",
    `before: ${JSON.stringify(before.slice(0, 40))} is no page of this list; use the next_before of the page before, or omit it`,
    { field: "before" },
  );
}
