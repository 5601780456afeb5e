import type { AgentPassBridge } from "../shared/ipc-contract.ts";

declare global {
  interface Window {
    readonly agentpass: AgentPassBridge;
  }
}
