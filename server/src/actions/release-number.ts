import type { z } from "zod";
import type { releaseNumberInput, ReleasedNumber } from "@agentpass/shared/agent-api";
import type { AgentViewer } from "../domain/access.ts";
import type { Store } from "../store/store.ts";

export async function releaseNumber(
  _store: Store,
  _viewer: AgentViewer,
  _input: z.output<typeof releaseNumberInput>,
): Promise<ReleasedNumber> {
  throw new Error("not yet");
}
