import type { z } from "zod";
import type { getNumberInput, LeasedNumber } from "@agentpass/shared/agent-api";
import type { AgentViewer } from "../domain/access.ts";
import type { Store } from "../store/store.ts";

export async function getNumber(
  _store: Store,
  _viewer: AgentViewer,
  _input: z.output<typeof getNumberInput>,
): Promise<LeasedNumber> {
  throw new Error("not yet");
}
