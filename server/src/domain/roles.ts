import type { Role } from "./access.ts";

/** A person who acts: its member and the role it has now. */
export interface Person {
  memberId: string;
  role: Role;
}

/**
 * Whether a person may do what is a member's own: make and end its keys, let in its devices. Who holds another's key
 * has that member's role, so an admin may not do it for an owner.
 */
export function mayActFor(person: Person, member: { id: string; role: Role }): boolean {
  if (person.memberId === member.id || person.role === "owner") return true;
  return person.role === "admin" && member.role !== "owner";
}

/** Whether a person may make somebody of role `before` (null: nobody yet) one of `after`: only owners make or unmake owners. */
export function mayGiveRole(
  person: Person,
  { before, after }: { before: Role | null; after: Role },
): boolean {
  if (person.role === "owner") return true;
  return person.role === "admin" && before !== "owner" && after !== "owner";
}
