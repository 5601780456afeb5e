import type { z } from "zod";
import type { openWaitInput, WaitAnswer } from "@agentpass/shared/agent-api";
import type { AgentViewer } from "../domain/access.ts";
import type { Store } from "../store/store.ts";

export async function openWait(
  _store: Store,
  _viewer: AgentViewer,
  _input: z.output<typeof openWaitInput>,
): Promise<WaitAnswer> {
  throw new Error("not yet");
}
