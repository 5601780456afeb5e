import { teamSettings } from "../domain/team-settings.ts";
import type { Store } from "./store.ts";
import { withTeam } from "./with-team.ts";

interface KnownAgent {
  memberId: string;
  /** In force: the agent's own, or the team's. */
  callsPerMinute: number;
  readAt: number;
}

/** What this node remembers of agents, so that not every call and every event costs a look at the store. */
export type KnownAgents = Map<string, KnownAgent>;

const MAX_KNOWN = 10_000;
/** How long a limit that an admin has changed may still hold as it was. */
const LIMIT_AGE_MS = 2_000;

/** Whose agent it is, which never changes; null: there is no such agent in the team. */
export async function memberOfAgent(store: Store, teamId: string, agentId: string): Promise<string | null> {
  const known = store.knownAgents.get(agentId) ?? (await readAgent(store, teamId, agentId));
  return known?.memberId ?? null;
}

/** The same as far as this node knows it already; undefined: it does not. */
export function knownMemberOfAgent(store: Pick<Store, "knownAgents">, agentId: string): string | undefined {
  return store.knownAgents.get(agentId)?.memberId;
}

/** How many calls the agent may make in a minute, as it was 2 s ago at most. */
export async function callsPerMinute(store: Store, teamId: string, agentId: string): Promise<number> {
  const known = store.knownAgents.get(agentId);
  if (known && store.clock() - known.readAt < LIMIT_AGE_MS) return known.callsPerMinute;
  return (await readAgent(store, teamId, agentId))?.callsPerMinute ?? 0;
}

async function readAgent(store: Store, teamId: string, agentId: string): Promise<KnownAgent | null> {
  const row = await withTeam(store, teamId, (trx) =>
    trx
      .selectFrom("agents")
      .innerJoin("teams", "teams.id", "agents.team_id")
      .select(["agents.member_id", "agents.calls_per_minute", "teams.settings"])
      .where("agents.id", "=", agentId)
      .executeTakeFirst(),
  );
  if (!row) return null;
  const known = {
    memberId: row.member_id,
    callsPerMinute: row.calls_per_minute ?? teamSettings.parse(row.settings).agentCallsPerMinute,
    readAt: store.clock(),
  };
  const { knownAgents } = store;
  knownAgents.delete(agentId);
  knownAgents.set(agentId, known);
  if (knownAgents.size > MAX_KNOWN) knownAgents.delete(knownAgents.keys().next().value ?? "");
  return known;
}
