import type { WaitAnswer } from "@agentpass/shared/agent-api";

/** Whether this is a wait's last word. `approval_pending` ends when a person answers, so the wait goes on. */
export function isFinal(answer: WaitAnswer): boolean {
  return answer.status !== "open" && answer.status !== "approval_pending";
}
