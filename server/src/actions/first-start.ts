import { randomBytes } from "node:crypto";
import { describePhoneNumber, type E164 } from "@agentpass/shared/phone-number";
import { v7 as uuidv7 } from "uuid";
import { newKey } from "../crypto/token-hash.ts";
import { system } from "../domain/audit-entry.ts";
import { agentNamed } from "../store/agents.ts";
import { allTeamIds } from "../store/events.ts";
import { insertKey } from "../store/keys.ts";
import { enlistNumber, knownNumbers } from "../store/numbers.ts";
import type { Store } from "../store/store.ts";
import { insertMember } from "../store/members.ts";
import { insertTeam, ownerId } from "../store/teams.ts";
import { withFirstTeamLock, withTeamLock } from "../store/with-team.ts";

/** Keeps a new key where only its holder can read it; must be durable when the promise resolves. */
export type SaveKey = (key: string) => Promise<void>;

/**
 * The team, made with its owner where the database has none. The owner's key is saved before its hash is
 * committed: a crash between the two leaves a useless file, never an owner without a key.
 */
export async function ensureTeam(
  store: Store,
  { name, saveOwnerKey }: { name: string; saveOwnerKey: SaveKey },
): Promise<{ teamId: string; created: boolean }> {
  const teamId = (await firstTeam(store)) ?? (await makeTeam(store, name));
  const created = await ensureOwner(store, teamId, saveOwnerKey);
  return { teamId, created };
}

async function firstTeam(store: Store): Promise<string | undefined> {
  return (await allTeamIds(store))[0];
}

/** Of two nodes that start at once, one makes it and both use it. */
async function makeTeam(store: Store, name: string): Promise<string> {
  const id = uuidv7();
  return withFirstTeamLock(store, id, async (trx) => {
    const known = await firstTeam(store);
    if (known === undefined)
      await insertTeam(trx, { id, name, epoch: randomBytes(4).toString("hex"), now: store.clock() });
    return known ?? id;
  });
}

/** Also after a crash that left a team without an owner. Tells whether there was none. */
async function ensureOwner(store: Store, teamId: string, saveOwnerKey: SaveKey): Promise<boolean> {
  return withTeamLock(store, teamId, async (team) => {
    if ((await ownerId(team.trx)) !== null) return false;
    const memberId = await insertMember(team, { name: "Owner", role: "owner" });
    const secret = newKey("admin");
    const keyId = await insertKey(team, { secret, kind: "admin", name: "owner", memberId, agentId: null });
    team.record(system("start"), {
      action: "member.added",
      subject: { type: "member", id: memberId },
      after: { name: "Owner", role: "owner" },
    });
    team.record(system("start"), {
      action: "key.created",
      subject: { type: "key", id: keyId },
      after: { kind: "admin", name: "owner", prefix: secret.prefix, memberId },
    });
    await saveOwnerKey(secret.text);
    return true;
  });
}

/** A key for the agent of this name, made for the owner. */
export async function issueAgentKey(
  store: Store,
  teamId: string,
  { agentName, saveKey }: { agentName: string; saveKey: SaveKey },
): Promise<void> {
  await withTeamLock(store, teamId, async (team) => {
    const memberId = await ownerId(team.trx);
    if (memberId === null) throw new Error("the team has no owner");
    const agentId = await agentNamed(team, { name: agentName, memberId, actor: system("start") });
    const secret = newKey("agent");
    const keyId = await insertKey(team, { secret, kind: "agent", name: agentName, memberId, agentId });
    team.record(system("start"), {
      action: "key.created",
      subject: { type: "key", id: keyId },
      after: { kind: "agent", name: agentName, prefix: secret.prefix, memberId, agentId },
    });
    await saveKey(secret.text);
  });
}

/** Puts these numbers into the team's pool, but not again those that an admin has retired; gives those that another team has. */
export async function ensureNumbers(
  store: Store,
  teamId: string,
  { provider, phoneNumbers }: { provider: string; phoneNumbers: readonly E164[] },
): Promise<E164[]> {
  return withTeamLock(store, teamId, async (team) => {
    const own = await knownNumbers(team.trx, phoneNumbers);
    const refused: E164[] = [];
    for (const e164 of phoneNumbers) {
      if (own.has(e164)) continue;
      const id = await enlistNumber(team, {
        e164,
        provider,
        country: describePhoneNumber(e164).country ?? null,
      });
      if (id === null) refused.push(e164);
      else
        team.record(system("configuration"), {
          action: "number.added",
          subject: { type: "number", id },
          after: { phoneNumber: e164, provider },
        });
    }
    return refused;
  });
}
