import type { AgentMessage, filterMessagesInput } from "@agentpass/shared/agent-api";
import type { ListedMessagePage } from "@agentpass/shared/message-api";
import { fail } from "@agentpass/shared/problem";
import type { z } from "zod";
import { scopeOf, type Viewer } from "../domain/access.ts";
import { readableContent } from "../domain/content-policy.ts";
import { teamState } from "../store/events.ts";
import { listMessageRows } from "../store/message-list.ts";
import type { Message } from "../store/messages.ts";
import type { Store } from "../store/store.ts";
import { withTeam, type Trx } from "../store/with-team.ts";
import { recordShown } from "./record-shown.ts";
import { tellingPerson } from "./tell-person.ts";
import { withheldFrom } from "./withheld.ts";
import { renderMessage } from "./wait-answer.ts";

/** The messages in the viewer's scope, newest first; what a person is shown of them is on record. A page's `nextBefore` asks for the next. */
export async function listMessages(
  store: Store,
  viewer: Viewer,
  { limit, before, ...filter }: z.output<typeof filterMessagesInput>,
): Promise<ListedMessagePage> {
  const beforeSeq = before === undefined ? undefined : seqOf(before);
  const { page, shown, hasMore } = await withTeam(store, viewer, async (trx) => {
    const { settings } = await teamState(trx);
    const rows = await listMessageRows(trx, store.keyRing, {
      scope: scopeOf(viewer),
      ...filter,
      beforeSeq,
      now: store.clock(),
      limit: limit + 1,
    });
    const page = rows.slice(0, limit);
    const now = store.clock();
    const readable = readableContent(viewer.kind, settings);
    const withheld = await withheldFrom({ trx, settings, now }, viewer, page);
    const render = (message: Message): AgentMessage =>
      renderMessage({ readable, now }, message, { peek: false, withheld: withheld.has(message.id) });
    const shown = await tellAll(trx, viewer, { page, render });
    return { page, shown, hasMore: rows.length > limit };
  });
  if (viewer.kind !== "agent") {
    const told = page.filter((_, index) => shown[index]?.body !== undefined || shown[index]?.otp);
    await recordShown(
      store,
      viewer,
      told.map(({ id }) => id),
    );
  }
  const last = page.at(-1);
  return { messages: shown, ...(hasMore && last ? { nextBefore: String(last.seq) } : {}) };
}

async function tellAll(
  trx: Trx,
  viewer: Viewer,
  { page, render }: { page: readonly Message[]; render: (message: Message) => AgentMessage },
): Promise<ListedMessagePage["messages"]> {
  if (viewer.kind === "agent") return page.map(render);
  const tell = await tellingPerson(trx, viewer, page);
  return page.map((message) => tell(message, render(message)));
}

function seqOf(before: string): number {
  if (/^\d{1,15}$/.test(before)) return Number(before);
  return fail(
    "invalid_input",
    `before: ${JSON.stringify(before.slice(0, 40))} is no page of this list; use the next_before of the page before, or omit it`,
    { field: "before" },
  );
}
