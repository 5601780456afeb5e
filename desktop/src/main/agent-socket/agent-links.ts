import { Secret } from "@agentpass/shared/secret";
import { Observable } from "../observable.ts";
import type { AgentAccount } from "./account.ts";
import { AgentLink } from "./agent-link.ts";
import type { BridgeConnection } from "./bridge-connection.ts";
import { isUsable, type LocalAgents, type UsableAgent } from "./local-agents.ts";
import { revokedProblem } from "./sentences.ts";

const IDLE_MS = 60_000;

export interface AgentLinksOptions {
  agents: LocalAgents;
  account: AgentAccount;
  /** Whether a bridge of this local agent is connected. */
  isInUse: (agentId: string) => boolean;
  /** Every bridge of this local agent is to hear that changes may have been missed. */
  onMissed: (agentId: string) => void;
  /** How long a connection to the server outlives the last bridge at least, and at most twice that. */
  idleMs?: number;
}

interface OpenLink {
  link: AgentLink;
  idleCheck: NodeJS.Timeout;
}

/** The connections to the server, one for each local agent that is at work. */
export class AgentLinks {
  /** Local agents whose key the server refused the last time. */
  readonly refused = new Observable<ReadonlySet<string>>(new Set());
  readonly #options: AgentLinksOptions;
  readonly #open = new Map<string, OpenLink>();

  constructor(options: AgentLinksOptions) {
    this.#options = options;
  }

  /** The agent's link, opened where it is not. */
  of(agent: UsableAgent): AgentLink {
    const open = this.#open.get(agent.id);
    if (open) return open.link;
    const { agents, account, isInUse, onMissed, idleMs = IDLE_MS } = this.#options;
    const link = new AgentLink({
      name: agent.name,
      key: new Secret(agent.key),
      account,
      accountId: agent.accountId,
      ended: () => {
        const now = agents.get(agent.id);
        return now && isUsable(now) ? null : revokedProblem(agent.name);
      },
      onMissed: () => onMissed(agent.id),
      onAccepted: (accepted) => this.#setRefused(agent.id, !accepted),
    });
    const idleCheck = setInterval(() => {
      if (!isInUse(agent.id)) this.close(agent.id);
    }, idleMs).unref();
    this.#open.set(agent.id, { link, idleCheck });
    return link;
  }

  /** A bridge is gone. */
  drop(bridge: BridgeConnection): void {
    for (const { link } of this.#open.values()) link.drop(bridge);
  }

  close(agentId: string): void {
    const open = this.#open.get(agentId);
    this.#open.delete(agentId);
    clearInterval(open?.idleCheck);
    open?.link.close();
    this.#setRefused(agentId, false);
  }

  closeAll(): void {
    for (const agentId of this.#open.keys()) this.close(agentId);
  }

  #setRefused(agentId: string, isRefused: boolean): void {
    if (this.refused.value.has(agentId) === isRefused) return;
    const others = [...this.refused.value].filter((id) => id !== agentId);
    this.refused.set(new Set(isRefused ? [...others, agentId] : others));
  }
}
