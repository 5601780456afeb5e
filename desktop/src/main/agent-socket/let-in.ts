import type { ApprovalPolicy } from "@agentpass/shared/agent-admin-api";
import { ProblemError } from "@agentpass/shared/problem";
import type { AgentAccount } from "./account.ts";
import type { AllowedContact } from "./first-contacts.ts";
import type { LocalAgent, LocalAgents, ServerAgent } from "./local-agents.ts";

/** Names that are tried where others of the team have the one the person chose: "Codex 2" to "Codex 50". */
const LAST_SUFFIX = 50;

export interface LetIn {
  account: AgentAccount;
  accountId: string;
  agents: LocalAgents;
  allowed: AllowedContact;
  /** What the program was before: let in under another account. Null: nobody. */
  before: LocalAgent | null;
}

/**
 * Makes a program that the person allowed a local agent. Under a name that the person has given before it is that one:
 * it keeps its numbers. Rejects with a ProblemError where the server will not make an agent.
 */
export async function letIn({ account, accountId, agents, allowed, before }: LetIn): Promise<string> {
  const known = agents.byName(allowed.name, accountId);
  if (known) return known.id;
  const server = await makeServerAgent({ account, accountId, name: allowed.name, policy: allowed.policy });
  if (before === null) return (await agents.add(server)).id;
  await agents.renew(before.id, server);
  return before.id;
}

export interface WantedAgent {
  account: AgentAccount;
  accountId: string;
  name: string;
  policy: ApprovalPolicy;
}

/** Makes an agent on the server, under another name where that one is taken. */
export async function makeServerAgent({
  account,
  accountId,
  name,
  policy,
}: WantedAgent): Promise<ServerAgent> {
  for (let suffix = 1; ; suffix += 1) {
    const tried = suffix === 1 ? name : `${name.slice(0, 97)} ${suffix}`;
    try {
      const { id, key } = await account.createAgent({ name: tried, policy });
      return { name: tried, chosenName: name, accountId, agentId: id, key };
    } catch (error) {
      const taken = error instanceof ProblemError && error.problem.code === "conflict";
      if (!taken || suffix === LAST_SUFFIX) throw error;
    }
  }
}
