import { ProblemError, type Problem } from "@agentpass/shared/problem";
import type { AgentAccount } from "../../../desktop/src/main/agent-socket/account.ts";

/** An account that makes agents at once, for tests that have the agent API emulated. */
export class EmulatedAccount implements AgentAccount {
  readonly created: { id: string; key: string; name: string; policy: string }[] = [];
  readonly removed: string[] = [];
  readonly renamed: string[] = [];
  /** What the next agent is refused with, once. */
  nextProblem: Problem | null = null;
  #current: { id: string; url: string } | null;
  readonly #listeners = new Set<() => void>();

  constructor(url: string) {
    this.#current = { id: "member-1", url };
  }

  current() {
    return this.#current;
  }

  set(current: { id: string; url: string } | null): void {
    this.#current = current;
    for (const listener of this.#listeners) listener();
  }

  onChange(listener: () => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async createAgent({ name, policy }: { name: string; policy: string }) {
    const problem = this.nextProblem;
    this.nextProblem = null;
    if (problem) throw new ProblemError(problem);
    const id = `agent-${this.created.length + 1}`;
    const agent = { id, key: `ap_agent_${id}`, name, policy };
    this.created.push(agent);
    return agent;
  }

  async renameAgent(agentId: string, name: string) {
    this.renamed.push(`${agentId} ${name}`);
  }

  async removeAgent(agentId: string) {
    this.removed.push(agentId);
  }
}
