/** Agents that have a label of their own; the rest share one. */
const MOST_AGENTS = 200;
const OTHERS = "other";

/** Gives each agent's label: its id, and `other` for those beyond the first two hundred. */
export function createAgentLabels(): (agentId: string) => string {
  const known = new Set<string>();
  return (agentId) => {
    if (known.size < MOST_AGENTS) known.add(agentId);
    return known.has(agentId) ? agentId : OTHERS;
  };
}

/** A name fit for a label: what could be a phone number or a code in it is left out. */
export function labelledName(name: string): string {
  return name.replace(/\+?\d(?:[ .()-]{0,2}\d){3,}/g, "***").slice(0, 64);
}
