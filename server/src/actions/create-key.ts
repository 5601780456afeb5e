import type { CreateKeyInput, NewKeyOutput } from "@agentpass/shared/key-api";
import { fail } from "@agentpass/shared/problem";
import { newKey } from "../crypto/token-hash.ts";
import type { PersonViewer } from "../domain/access.ts";
import { mayActFor } from "../domain/roles.ts";
import { agentByName, agentNamed } from "../store/agents.ts";
import { insertKey, type KeyRow } from "../store/keys.ts";
import { liveMembers, type Member } from "../store/members.ts";
import type { Store } from "../store/store.ts";
import { withTeamLock, type LockedTeam } from "../store/with-team.ts";
import { pickMember } from "./pick.ts";
import { requireLiveKey } from "./require-live-key.ts";

/**
 * Makes a key: for an agent of the caller's own (made where there is none of that name), or by an admin for any agent
 * and any member.
 */
export async function createKey(
  store: Store,
  viewer: PersonViewer,
  input: Omit<CreateKeyInput, "expiresInMs"> & { expiresInMs?: number | undefined },
): Promise<NewKeyOutput> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    const person = await requireLiveKey(team, viewer, "person");
    const members = await liveMembers(team.trx);
    const holder =
      input.kind === "agent"
        ? await agentHolder(team, person, { ...input, members })
        : adminHolder(person, pickMember(members, input.member ?? person.memberId));
    const expiresAt = input.expiresInMs === undefined ? null : Math.floor(team.now) + input.expiresInMs;
    const made = await makeKey(team, { kind: input.kind, name: input.name, ...holder, expiresAt });
    team.record(person, {
      action: "key.created",
      subject: { type: "key", id: made.id },
      after: { kind: input.kind, name: input.name, prefix: made.prefix, ...holder, expiresAt },
    });
    return made;
  });
}

/** Inserts a key and gives it with its text. */
export async function makeKey(team: LockedTeam, row: Omit<KeyRow, "secret">): Promise<NewKeyOutput> {
  const secret = newKey(row.kind);
  const id = await insertKey(team, { ...row, secret });
  const { kind, name, memberId, agentId, deviceId, expiresAt } = row;
  return {
    key: secret.text,
    id,
    prefix: secret.prefix,
    kind,
    name,
    memberId,
    ...(agentId == null ? {} : { agentId }),
    ...(deviceId == null ? {} : { deviceId }),
    ...(expiresAt == null ? {} : { expiresAt }),
  };
}

function adminHolder(person: PersonViewer, member: Member): { memberId: string } {
  if (person.role === "member")
    fail(
      "not_allowed",
      "kind: admin keys are made by admins and the owner; you are a member. Ask an admin.",
      {
        field: "kind",
      },
    );
  if (!mayActFor(person, member))
    fail("not_allowed", "member: only owners make an owner's key. Ask an owner of the team.", {
      field: "member",
    });
  if (member.role === "member")
    fail(
      "conflict",
      `member: "${member.name}" is no admin, so an admin's key would do nothing; make it one first: pnpm agentpass member role "${member.name}" admin`,
      { field: "member" },
    );
  return { memberId: member.id };
}

/** The agent of this name and its member. A name that another member's agent has is taken. */
async function agentHolder(
  team: LockedTeam,
  person: PersonViewer,
  { name, member, members }: { name: string; member?: string | undefined; members: Member[] },
): Promise<{ memberId: string; agentId: string }> {
  const isAdmin = person.role !== "member";
  const named = member === undefined ? null : pickMember(members, member).id;
  if (named !== null && named !== person.memberId && !isAdmin)
    fail("not_allowed", "member: you may make keys for your own agents; for others ask an admin.", {
      field: "member",
    });
  const known = await agentByName(team.trx, name);
  const memberId = named ?? (isAdmin && known ? known.memberId : person.memberId);
  if (known && known.memberId !== memberId)
    fail("conflict", `name: another member has an agent called "${name}"; give this one another name.`, {
      field: "name",
    });
  return { memberId, agentId: known?.id ?? (await agentNamed(team, { name, memberId, actor: person })) };
}
