import { fail } from "@agentpass/shared/problem";
import { newKey } from "../crypto/token-hash.ts";
import { agentsInSight, isPermitted, type Permission, type PersonViewer } from "../domain/access.ts";
import type { ApprovalPolicy } from "@agentpass/shared/agent-admin-api";
import {
  agentByName,
  changeAgent,
  insertAgent,
  listAgentRows,
  liveAgents,
  type Agent,
  type AgentChange,
  type AgentLimits,
  type ListedAgent,
} from "../store/agents.ts";
import { teamState } from "../store/events.ts";
import { insertKey, liveKeysOfAgent, revokeKeysOf } from "../store/keys.ts";
import { liveLeasesOfAgent } from "../store/leases.ts";
import { liveMembers } from "../store/members.ts";
import type { Store } from "../store/store.ts";
import { withTeam, withTeamLock, type LockedTeam } from "../store/with-team.ts";
import { endLease } from "./end-lease.ts";
import { pick, pickMember } from "./pick.ts";
import { requireLiveKey } from "./require-live-key.ts";

export interface CreatedAgent {
  id: string;
  name: string;
  memberId: string;
  /** Shown this once. */
  key: string;
  keyId: string;
  prefix: string;
}

/** Makes an agent with its first key: for oneself, or, as an admin, for another member. */
export async function createAgent(
  store: Store,
  viewer: PersonViewer,
  {
    name,
    member = viewer.memberId,
    policy = "allow",
  }: { name: string; member?: string | undefined; policy?: ApprovalPolicy | undefined },
): Promise<CreatedAgent> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    const person = await requireLiveKey(team, viewer, "person");
    const mine = ({ id }: { id: string }) => isPermitted(person, "admin") || id === person.memberId;
    const { id: memberId } = pickMember((await liveMembers(team.trx)).filter(mine), member);
    if ((await agentByName(team.trx, name)) !== null) failNameTaken(name);
    const id = await insertAgent(team, { name, memberId, policy, actor: person });
    const secret = newKey("agent");
    const keyId = await insertKey(team, { secret, kind: "agent", name, memberId, agentId: id });
    team.record(person, {
      action: "key.created",
      subject: { type: "key", id: keyId },
      after: { kind: "agent", name, memberId, agentId: id },
    });
    return { id, name, memberId, key: secret.text, keyId, prefix: secret.prefix };
  });
}

export interface AgentEntry extends ListedAgent {
  /** With the team's defaults in place; null: no limit. */
  limitsInForce: AgentLimits;
}

/** A person's agents; an admin's key sees the whole team's. */
export async function listAgents(store: Store, viewer: PersonViewer): Promise<AgentEntry[]> {
  return withTeam(store, viewer.teamId, async (trx) => {
    const { settings } = await teamState(trx);
    const agents = await listAgentRows(trx, agentsInSight(viewer));
    return agents.map((agent) =>
      Object.assign(agent, {
        limitsInForce: {
          callsPerMinute: agent.limits.callsPerMinute ?? settings.agentCallsPerMinute,
          maxLeases: agent.limits.maxLeases ?? settings.maxLeasesPerAgent,
          messagesPerDay: agent.limits.messagesPerDay ?? settings.agentMessagesPerDay,
        },
      }),
    );
  });
}

export async function renameAgent(
  store: Store,
  viewer: PersonViewer,
  { agent, name }: { agent: string; name: string },
): Promise<Agent> {
  return manage(store, viewer, {
    agent,
    action: "agent.renamed",
    change: async (team, { id }) => {
      const named = await agentByName(team.trx, name);
      return named === null || named.id === id ? { name } : failNameTaken(name);
    },
  });
}

/** Limits that are left out stay as they are; null: the team's default. */
export async function setAgentLimits(
  store: Store,
  viewer: PersonViewer,
  { agent, ...limits }: { agent: string } & { [Limit in keyof AgentLimits]?: AgentLimits[Limit] | undefined },
): Promise<Agent> {
  const given = Object.entries(limits).filter(([, limit]) => limit !== undefined);
  return manage(store, viewer, {
    agent,
    action: "agent.limits_set",
    permission: "admin",
    change: async (_team, known) => ({ limits: { ...known.limits, ...Object.fromEntries(given) } }),
  });
}

export async function setAgentPolicy(
  store: Store,
  viewer: PersonViewer,
  { agent, policy }: { agent: string; policy: ApprovalPolicy },
): Promise<Agent> {
  return manage(store, viewer, { agent, action: "agent.policy_set", change: async () => ({ policy }) });
}

interface OneAgent {
  /** By id or name. */
  agent: string;
}

/** Its keys work no more until it is resumed; its numbers and waits stay. */
export async function pauseAgent(store: Store, viewer: PersonViewer, { agent }: OneAgent): Promise<Agent> {
  return manage(store, viewer, {
    agent,
    action: "agent.paused",
    change: async (team, known) => {
      if (known.pausedAt === null) await tellKeys(team, known.id);
      return { pausedAt: known.pausedAt ?? team.now };
    },
  });
}

export async function resumeAgent(store: Store, viewer: PersonViewer, { agent }: OneAgent): Promise<Agent> {
  return manage(store, viewer, {
    agent,
    action: "agent.resumed",
    change: async (team, known) => {
      if (known.pausedAt !== null) await tellKeys(team, known.id);
      return { pausedAt: null };
    },
  });
}

/** For good: its keys are revoked, its leases end, and its name is free again. Its messages stay until they are erased. */
export async function removeAgent(store: Store, viewer: PersonViewer, { agent }: OneAgent): Promise<Agent> {
  return manage(store, viewer, {
    agent,
    action: "agent.removed",
    change: async (team, { id }, person) => {
      for (const lease of await liveLeasesOfAgent(team.trx, id))
        await endLease(team, lease, { reason: "admin", actor: person });
      await revokeKeysOf(team, { agentId: id });
      return { removedAt: team.now };
    },
  });
}

/** An admin manages every agent of the team, by whichever key; a member its own. */
interface Managing {
  /** By id or name. */
  agent: string;
  action: `agent.${string}`;
  permission?: Permission;
  change: (team: LockedTeam, known: Agent, person: PersonViewer) => Promise<AgentChange>;
}

/** Changes an agent that the viewer may manage, and records what changed. A change that changes nothing is not recorded. */
async function manage(
  store: Store,
  viewer: PersonViewer,
  { agent, action, permission = "person", change }: Managing,
): Promise<Agent> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    const person = await requireLiveKey(team, viewer, permission);
    const before = pickAgent(await liveAgents(team.trx, agentsInSight(person)), agent);
    const changes = await change(team, before, person);
    const after: Agent = { ...before, ...changes };
    const changed = (Object.keys(changes) as (keyof AgentChange)[]).filter(
      (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
    );
    if (changed.length === 0) return before;
    await changeAgent(team, before.id, changes);
    const only = (of: Agent) => Object.fromEntries(changed.map((field) => [field, of[field]]));
    const subject = { type: "agent", id: before.id };
    team.record(person, { action, subject, before: only(before), after: only(after) });
    return after;
  });
}

const pickAgent = (agents: readonly Agent[], idOrName: string): Agent =>
  pick(agents, idOrName, { field: "agent", what: "agent", see: "agent list" });

/** Whoever is connected with one of the agent's keys has to look whether it still holds. */
async function tellKeys(team: LockedTeam, agentId: string): Promise<void> {
  for (const keyId of await liveKeysOfAgent(team.trx, agentId)) team.emit({ type: "key.changed", keyId });
}

function failNameTaken(name: string): never {
  return fail("conflict", `name: the team has an agent "${name}" already; choose another name`, {
    field: "name",
  });
}
