/** Who is asking: the holder of a key, as every action and every store call takes it. */
export type Viewer = AgentViewer | PersonViewer;
export type PersonViewer = AdminKeyViewer | DeviceViewer;
/** A person who manages the team, whether by an admin's key or by an own device. */
export type AdminViewer = PersonViewer & { role: AdminRole };

export type Role = AdminRole | "member";
export type AdminRole = "owner" | "admin";

interface KeyHolder {
  teamId: string;
  keyId: string;
  memberId: string;
  /** Where the call came from, as the socket says; null where it came by no network. */
  address: string | null;
}

export interface AgentViewer extends KeyHolder {
  kind: "agent";
  agentId: string;
}

export interface AdminKeyViewer extends KeyHolder {
  kind: "admin";
  role: AdminRole;
}

export interface DeviceViewer extends KeyHolder {
  kind: "device";
  role: Role;
  deviceId: string;
}

/** What a procedure asks of its caller. */
export type Permission = "anyone" | "key" | "agent" | "person" | "admin" | "owner";

/** Whether a viewer may call a procedure of this permission. What it then sees is decided where each row is read. */
export function isPermitted(viewer: Viewer, permission: Permission): boolean {
  switch (permission) {
    case "anyone":
    case "key":
      return true;
    case "agent":
      return viewer.kind === "agent";
    case "person":
      return viewer.kind !== "agent";
    case "admin":
      return viewer.kind !== "agent" && viewer.role !== "member";
    case "owner":
      return viewer.kind !== "agent" && viewer.role === "owner";
  }
}

/** Which of a team's messages, waits and leases a viewer may know of; every store call that reads such rows takes it. */
export type Scope =
  | { of: "team" }
  /** Those of this member's agents. */
  | { of: "member"; memberId: string }
  | { of: "agent"; agentId: string };

export function scopeOf(viewer: Viewer): Scope {
  switch (viewer.kind) {
    case "admin":
      return { of: "team" };
    case "device":
      return { of: "member", memberId: viewer.memberId };
    case "agent":
      return { of: "agent", agentId: viewer.agentId };
  }
}

/** The agents that a person may know of and manage: the own, and as an admin the whole team's. */
export function agentsInSight(viewer: PersonViewer): Scope {
  return isPermitted(viewer, "admin") ? { of: "team" } : { of: "member", memberId: viewer.memberId };
}

/** What an event is about, as far as it decides who may hear of it. */
export interface Subject {
  /** Null: nobody's, or the whole team's. */
  agentId: string | null;
  messageId: string | null;
  /** Whose agent it is; needed for devices only. */
  agentsMemberId: string | null;
}

/**
 * An admin's key hears everything, an agent of itself, a device of its member's agents and of what concerns the whole
 * team. A message that is nobody's is for admins.
 */
export function mayHear(viewer: Viewer, { agentId, messageId, agentsMemberId }: Subject): boolean {
  switch (viewer.kind) {
    case "admin":
      return true;
    case "agent":
      return agentId === viewer.agentId;
    case "device":
      if (agentId !== null) return agentsMemberId === viewer.memberId;
      return messageId === null || isPermitted(viewer, "admin");
  }
}
