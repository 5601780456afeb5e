import { fail } from "@agentpass/shared/problem";
import { scopeOf, type Viewer } from "../domain/access.ts";
import type { Store } from "../store/store.ts";
import { receiptRow, type ReceiptRow } from "../store/receipts.ts";
import { withTeam } from "../store/with-team.ts";

/**
 * The server's times of one message's way, by the provider's id, with all that this node has noted of it. An agent
 * asks for its own messages only.
 */
export async function messageReceipt(
  store: Store,
  viewer: Viewer,
  { id }: { id: string },
): Promise<ReceiptRow> {
  await store.receiptNotes.written();
  const receipt = await withTeam(store, viewer, (trx) =>
    receiptRow(trx, { providerMessageId: id, scope: scopeOf(viewer) }),
  );
  return (
    receipt ??
    fail("not_found", `id: there is no message "${id.slice(0, 64)}" to see for this key`, { field: "id" })
  );
}
