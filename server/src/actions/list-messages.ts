import type { z } from "zod";
import type { listMessagesInput, MessagePage } from "@agentpass/shared/agent-api";
import type { AgentViewer } from "../domain/access.ts";
import type { Store } from "../store/store.ts";

export async function listMessages(
  _store: Store,
  _viewer: AgentViewer,
  _input: z.output<typeof listMessagesInput>,
): Promise<MessagePage> {
  throw new Error("not yet");
}
