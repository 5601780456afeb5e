import type { AgentViewer } from "../domain/access.ts";
import type { Store } from "../store/store.ts";

export async function touchWaits(
  _store: Store,
  _viewer: AgentViewer,
  _requestIds: readonly string[],
): Promise<void> {
  throw new Error("not yet");
}
