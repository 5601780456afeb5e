import type { TeamMember } from "@agentpass/shared/team-api";

export type Role = TeamMember["role"];

export const roleWords: Record<Role, string> = { owner: "Owner", admin: "Admin", member: "Member" };

/** The roles that somebody of role `own` may give a person who has `before`: only owners make or unmake owners. */
export function rolesToGive(own: Role, before: Role = "member"): Role[] {
  if (own === "owner") return ["owner", "admin", "member"];
  return own === "admin" && before !== "owner" ? ["admin", "member"] : [];
}
