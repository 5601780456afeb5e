/** Who is asking: the holder of a key, as every action and every store call takes it. */
export type Viewer = AgentViewer | AdminViewer | DeviceViewer;

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

export interface DeviceViewer extends KeyHolder {
  kind: "device";
}
