import type { ApprovalPolicy } from "@agentpass/shared/agent-admin-api";
import type { Unsubscribe } from "../observable.ts";

/** What local agents need of the account that this device is signed in to; made from the device's own connection. */
export interface AgentAccount {
  /**
   * Null while signed out: then calls are answered with that, so the socket starts when it is known. `id` names the same account over restarts and new
   * addresses, e.g. the member's id.
   */
  current(): { id: string; url: string } | null;
  /** Hears that `current` may give something else now. */
  onChange(listener: () => void): Unsubscribe;
  /** Makes an agent on the server. This and the following reject with a ProblemError. */
  createAgent(agent: { name: string; policy: ApprovalPolicy }): Promise<{ id: string; key: string }>;
  renameAgent(agentId: string, name: string): Promise<unknown>;
  removeAgent(agentId: string): Promise<unknown>;
}
