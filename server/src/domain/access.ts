/** Who is asking: the holder of a key, as every action and every store call takes it. */
export type Viewer = AgentViewer | AdminViewer;

interface KeyHolder {
  teamId: string;
  keyId: string;
  memberId: string;
}

export interface AgentViewer extends KeyHolder {
  kind: "agent";
  agentId: string;
}

export interface AdminViewer extends KeyHolder {
  kind: "admin";
}

/** Whether the viewer may hear of an event that concerns this agent (null: nobody's, or the whole team's). */
export function mayHear(viewer: Viewer, { agentId }: { agentId: string | null }): boolean {
  return viewer.kind === "admin" || agentId === viewer.agentId;
}
