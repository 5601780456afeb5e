import { describe, expect, test } from "vitest";
import { testStore, type TestStore } from "../../../test/support/test-store.ts";
import type { AdminViewer } from "../domain/access.ts";
import { withTeam } from "../store/with-team.ts";
import { createKey } from "./create-key.ts";
import { invite, listInvitations } from "./invitations.ts";
import { listMembers, renameMember, setRole } from "./members.ts";
import { leaveTeam, removeMember } from "./remove-member.ts";
import { signIn } from "./sign-in.ts";
import { renameTeam, showTeam } from "./team.ts";

const refused = (code: string) => ({ problem: { code } });
const asAdmin = (person: { viewer: unknown }): AdminViewer => person.viewer as AdminViewer;

async function rolesOf(t: TestStore): Promise<Record<string, string>> {
  const members = await listMembers(t.store, t.admin);
  return Object.fromEntries(members.map(({ name, role }) => [name, role]));
}

describe("the team", () => {
  test("counts what it has, without what is gone, and takes another name", async () => {
    await using t = await testStore();
    const gone = await t.person("Gone", "member");
    await createKey(t.store, gone.viewer, { kind: "agent", name: "gone's" });
    await t.person("Ann", "member");
    await t.agent("a");
    await removeMember(t.store, t.admin, { member: gone.memberId });
    expect(await showTeam(t.store, t.admin)).toMatchObject({
      name: "Test",
      mode: "mock",
      members: 2,
      devices: 1,
      agents: 1,
      numbers: 10,
    });
    expect(await renameTeam(t.store, t.admin, { name: "Signups" })).toMatchObject({ name: "Signups" });
    expect((await t.audit()).at(-1)).toMatchObject({
      action: "team.renamed",
      before: { name: "Test" },
      after: { name: "Signups" },
    });
  });
});

describe("a role", () => {
  test("of member or admin is given by admins, that of owner by owners only", async () => {
    await using t = await testStore();
    const ann = await t.person("Ann", "admin");
    const bob = await t.person("Bob", "member");
    await setRole(t.store, asAdmin(ann), { member: "Bob", role: "admin" });
    expect(await rolesOf(t)).toEqual({ Owner: "owner", Ann: "admin", Bob: "admin" });
    for (const [member, role] of [
      ["Bob", "owner"],
      ["Owner", "admin"],
      ["Owner", "member"],
    ] as const) {
      await expect(setRole(t.store, asAdmin(ann), { member, role })).rejects.toMatchObject(
        refused("not_allowed"),
      );
    }
    await expect(
      invite(t.store, asAdmin(ann), { name: "Eve", role: "owner", publicUrl: "" }),
    ).rejects.toMatchObject(refused("not_allowed"));
    await setRole(t.store, t.admin, { member: "Bob", role: "owner" });
    expect(await rolesOf(t)).toMatchObject({ Owner: "owner", Bob: "owner" });
    expect((await signIn(t.store, bob.key)).viewer).toMatchObject({ role: "owner" });
  });

  test("is taken with what came by it: admin keys and open invitations, and the calls of whoever had signed in", async () => {
    await using t = await testStore();
    const ann = await t.person("Ann", "admin");
    const { key } = await createKey(t.store, ann.viewer, { kind: "admin", name: "script" });
    const script = (await signIn(t.store, key)).viewer as AdminViewer;
    await invite(t.store, asAdmin(ann), { name: "Eve", role: "admin", publicUrl: "" });
    await setRole(t.store, t.admin, { member: "Ann", role: "member" });
    await expect(signIn(t.store, key)).rejects.toMatchObject(refused("not_signed_in"));
    expect(await listInvitations(t.store, t.admin)).toMatchObject([{ name: "Eve", state: "revoked" }, {}]);
    await expect(renameTeam(t.store, script, { name: "x" })).rejects.toMatchObject(refused("not_signed_in"));
    await expect(renameTeam(t.store, asAdmin(ann), { name: "x" })).rejects.toMatchObject(
      refused("not_allowed"),
    );
    expect((await signIn(t.store, ann.key)).viewer).toMatchObject({ kind: "device", role: "member" });
    await setRole(t.store, t.admin, { member: "Ann", role: "admin" });
    await expect(signIn(t.store, key), "the old admin key stays ended").rejects.toThrow("not valid here");
  });

  test("of an owner who was made admin is not had back by an invitation it had made as an owner", async () => {
    await using t = await testStore();
    const ann = await t.person("Ann", "owner");
    for (const role of ["owner", "admin", "member"] as const)
      await invite(t.store, asAdmin(ann), { name: `Made ${role}`, role, publicUrl: "" });
    await invite(t.store, t.admin, { name: "Another owner", role: "owner", publicUrl: "" });
    await setRole(t.store, t.admin, { member: "Ann", role: "admin" });
    expect(
      (await listInvitations(t.store, t.admin))
        .filter(({ state }) => state === "open")
        .map(({ name }) => name),
    ).toEqual(expect.arrayContaining(["Another owner", "Made member", "Made admin"]));
    expect(await listInvitations(t.store, t.admin)).toContainEqual(
      expect.objectContaining({ name: "Made owner", state: "revoked" }),
    );
  });

  test("of a stale viewer counts for nothing: an owner who was made admin makes no owner", async () => {
    await using t = await testStore();
    const ann = await t.person("Ann", "owner");
    await t.person("Bob", "member");
    await setRole(t.store, t.admin, { member: "Ann", role: "admin" });
    await expect(setRole(t.store, asAdmin(ann), { member: "Bob", role: "owner" })).rejects.toMatchObject(
      refused("not_allowed"),
    );
  });
});

describe("the last owner", () => {
  test("cannot be removed, made another role, or leave", async () => {
    await using t = await testStore();
    await t.person("Ann", "admin");
    const calls = [
      () => removeMember(t.store, t.admin, { member: "Owner" }),
      () => setRole(t.store, t.admin, { member: "Owner", role: "admin" }),
      () => leaveTeam(t.store, t.admin),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject(refused("conflict"));
    expect(await rolesOf(t)).toEqual({ Owner: "owner", Ann: "admin" });
  });

  test("stays, also when two owners go at once in any way", async () => {
    for (const round of [0, 1, 2]) {
      await using t = await testStore();
      const ann = asAdmin(await t.person("Ann", "owner"));
      const ways = [
        [() => leaveTeam(t.store, t.admin), () => leaveTeam(t.store, ann)],
        [
          () => removeMember(t.store, t.admin, { member: "Ann" }),
          () => removeMember(t.store, ann, { member: "Owner" }),
        ],
        [
          () => setRole(t.store, t.admin, { member: "Ann", role: "member" }),
          () => setRole(t.store, ann, { member: "Owner", role: "member" }),
        ],
      ][round];
      const ends = await Promise.allSettled(ways?.map((way) => way()) ?? []);
      const problems = ends.flatMap((end) =>
        end.status === "rejected" ? [(end.reason as { problem?: { code: string } }).problem?.code] : [],
      );
      // The second finds itself the last, or out, or no owner any more: refused as such, not by a clash of rows.
      expect(problems).toEqual([expect.stringMatching(/^(conflict|not_signed_in|not_allowed)$/)]);
      const { rows } = await owners(t);
      expect(rows).toBe(1);
    }
  });
});

async function owners(t: TestStore): Promise<{ rows: number }> {
  const found = await withTeam(t.store, t.teamId, (trx) =>
    trx
      .selectFrom("members")
      .select("id")
      .where("role", "=", "owner")
      .where("removed_at", "is", null)
      .execute(),
  );
  return { rows: found.length };
}

describe("a member who is removed", () => {
  test("loses devices and keys, its agents their keys and leases, and its invitations are void", async () => {
    await using t = await testStore();
    const ann = await t.person("Ann", "admin");
    const made = await createKey(t.store, ann.viewer, { kind: "agent", name: "ann's agent" });
    const agent = await t.agent("ann's agent");
    const phoneNumber = await agent.number();
    const waiting = await agent.wait({ phoneNumber });
    await invite(t.store, asAdmin(ann), { name: "Eve", role: "member", publicUrl: "" });
    const removed = await removeMember(t.store, t.admin, { member: "Ann" });
    expect(removed).toMatchObject({ name: "Ann", devices: 1, keys: 3, leases: 1 });
    for (const key of [ann.key, made.key, agent.key])
      await expect(signIn(t.store, key)).rejects.toMatchObject(refused("not_signed_in"));
    const ended = await withTeam(t.store, t.teamId, async (trx) => ({
      leases: await trx.selectFrom("leases").select("end_reason").execute(),
      waits: await trx.selectFrom("waits").select("state").execute(),
      devices: await trx.selectFrom("devices").select("id").where("removed_at", "is", null).execute(),
    }));
    expect(waiting.status).toBe("open");
    expect(ended).toEqual({
      leases: [{ end_reason: "admin" }],
      waits: [{ state: "number_released" }],
      devices: [],
    });
    expect(await listInvitations(t.store, t.admin)).toMatchObject([{ name: "Eve", state: "revoked" }, {}]);
    expect((await t.audit()).find(({ action }) => action === "member.removed")).toMatchObject({
      actor: { kind: "admin", memberId: t.admin.memberId },
      subject: { type: "member", id: ann.memberId },
      after: { devices: 1, keys: 3, leases: 1 },
    });
  });

  test("is no member any more: nobody can act on it, and its name is free", async () => {
    await using t = await testStore();
    const { memberId } = await t.person("Ann", "member");
    await removeMember(t.store, t.admin, { member: "Ann" });
    await expect(removeMember(t.store, t.admin, { member: memberId })).rejects.toMatchObject(
      refused("not_found"),
    );
    await expect(
      createKey(t.store, t.admin, { kind: "agent", name: "x", member: "Ann" }),
    ).rejects.toMatchObject(refused("not_found"));
    expect((await t.person("Ann", "member")).memberId).not.toBe(memberId);
  });

  test("cannot be an owner where the remover is an admin; an admin may leave by itself", async () => {
    await using t = await testStore();
    const ann = await t.person("Ann", "admin");
    await expect(removeMember(t.store, asAdmin(ann), { member: "Owner" })).rejects.toMatchObject(
      refused("not_allowed"),
    );
    expect(await leaveTeam(t.store, ann.viewer)).toMatchObject({ name: "Ann" });
    expect((await t.audit()).at(-1)).toMatchObject({ action: "member.left" });
    await expect(listMembersAgain(t, ann.key)).rejects.toMatchObject(refused("not_signed_in"));
  });
});

const listMembersAgain = async (t: TestStore, key: string): Promise<unknown> => signIn(t.store, key);

test("a member renames itself, but not to another's name", async () => {
  await using t = await testStore();
  const ann = await t.person("Ann", "member");
  await t.person("Bob", "member");
  await expect(renameMember(t.store, ann.viewer, { name: "Bob" })).rejects.toMatchObject(refused("conflict"));
  await renameMember(t.store, ann.viewer, { name: "Anna" });
  expect(Object.keys(await rolesOf(t))).toEqual(["Owner", "Anna", "Bob"]);
});
