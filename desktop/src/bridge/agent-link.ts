import type { AgentBackend } from "../agent-api/agent-backend.ts";
import { Delivery } from "./delivery.ts";
import { OpenWaits } from "./open-waits.ts";

/** One backend with what this process has going on there. */
export interface AgentLink {
  backend: AgentBackend;
  waits: OpenWaits;
  delivery: Delivery;
}

export function linkTo(backend: AgentBackend): AgentLink {
  const waits = new OpenWaits(backend);
  return { backend, waits, delivery: new Delivery(backend, waits) };
}
