import { describe, expect, test } from "vitest";
import { verifies } from "../../../test/support/verifies.ts";
import { testStore } from "../../../test/support/test-store.ts";
import type { PersonViewer } from "../domain/access.ts";
import { createKey } from "./create-key.ts";
import { listKeys, revokeKey } from "./keys.ts";
import { recoverOwner } from "./recover-owner.ts";
import { rotateKey } from "./rotate-key.ts";
import { signIn } from "./sign-in.ts";

const HOUR_MS = 3_600_000;
const refused = (code: string) => ({ problem: { code } });
const list = { liveOnly: false };

describe("a member", () => {
  test("makes, sees, rotates and revokes the keys of its own agents and devices, and no other's", async () => {
    await using t = await testStore();
    const [ann, bob] = [await t.person("Ann", "member"), await t.person("Bob", "member")];
    const made = await createKey(t.store, ann.viewer, { kind: "agent", name: "ann's" });
    const theirs = await createKey(t.store, bob.viewer, { kind: "agent", name: "bob's" });
    expect(await listKeys(t.store, ann.viewer)).toMatchObject([
      { kind: "device", memberName: "Ann", deviceName: "Ann's laptop" },
      { kind: "agent", memberName: "Ann", agentName: "ann's", prefix: made.prefix },
    ]);
    for (const id of [theirs.id, theirs.prefix, t.admin.keyId]) {
      await expect(revokeKey(t.store, ann.viewer, { id })).rejects.toMatchObject(refused("not_found"));
      await expect(rotateKey(t.store, ann.viewer, { id, overlapMs: 0 })).rejects.toMatchObject(
        refused("not_found"),
      );
    }
    await expect(createKey(t.store, ann.viewer, { kind: "agent", name: "bob's" })).rejects.toMatchObject(
      refused("conflict"),
    );
    await expect(
      createKey(t.store, ann.viewer, { kind: "agent", name: "x", member: "Bob" }),
    ).rejects.toMatchObject(refused("not_allowed"));
    await expect(createKey(t.store, ann.viewer, { kind: "admin", name: "x" })).rejects.toMatchObject(
      refused("not_allowed"),
    );
    expect(await revokeKey(t.store, ann.viewer, { id: made.prefix })).toMatchObject({ status: "revoked" });
  });
});

describe("an admin", () => {
  test("makes keys for any agent and member, but cannot come by an owner's", async () => {
    await using t = await testStore();
    const [ann, bob] = [await t.person("Ann", "admin"), await t.person("Bob", "member")];
    const theirs = await createKey(t.store, bob.viewer, { kind: "agent", name: "bob's" });
    const second = await createKey(t.store, ann.viewer, { kind: "agent", name: "bob's" });
    expect(second).toMatchObject({ memberId: bob.memberId, agentId: theirs.agentId });
    const named = await createKey(t.store, ann.viewer, { kind: "agent", name: "new", member: "Bob" });
    expect(named).toMatchObject({ memberId: bob.memberId });
    await expect(
      createKey(t.store, ann.viewer, { kind: "admin", name: "x", member: "Bob" }),
    ).rejects.toMatchObject(refused("conflict"));
    const owners = { id: t.admin.keyId };
    const calls = [
      () => createKey(t.store, ann.viewer, { kind: "admin", name: "x", member: "Owner" }),
      () => rotateKey(t.store, ann.viewer, { ...owners, overlapMs: 0 }),
      () => revokeKey(t.store, ann.viewer, owners),
    ];
    for (const call of calls) await expect(call()).rejects.toMatchObject(refused("not_allowed"));
  });

  test("finds keys by kind, holder and whether they live", async () => {
    await using t = await testStore();
    const ann = await t.person("Ann", "member");
    const brief = await createKey(t.store, ann.viewer, {
      kind: "agent",
      name: "ann's",
      expiresInMs: HOUR_MS,
    });
    const agent = await t.agent("other");
    const names = async (filter: object) =>
      (await listKeys(t.store, t.admin, { ...list, ...filter })).map(({ name }) => name);
    expect(await names({})).toEqual(["owner", "Ann's laptop", "ann's", "other"]);
    expect(await names({ kind: "agent" })).toEqual(["ann's", "other"]);
    for (const holder of ["Ann", ann.memberId])
      expect(await names({ holder })).toEqual(["Ann's laptop", "ann's"]);
    for (const holder of ["ann's", brief.agentId]) expect(await names({ holder })).toEqual(["ann's"]);
    expect(await names({ holder: ann.deviceId })).toEqual(["Ann's laptop"]);
    t.advance(HOUR_MS + 1);
    await revokeKey(t.store, t.admin, { id: agent.viewer.keyId });
    expect(await names({ liveOnly: true })).toEqual(["owner", "Ann's laptop"]);
  });
});

describe("a rotated key", () => {
  test("holds for the overlap and then ends, while the new one of the same holder goes on", async () => {
    await using t = await testStore();
    const agent = await t.agent("a");
    const turned = await rotateKey(t.store, t.admin, { id: agent.viewer.keyId, overlapMs: 24 * HOUR_MS });
    expect(turned).toMatchObject({ kind: "agent", name: "a", agentId: agent.viewer.agentId });
    const now = async (key: string) => (await signIn(t.store, key)).viewer;
    t.advance(24 * HOUR_MS - 60_000);
    expect(await now(agent.key)).toMatchObject({ agentId: agent.viewer.agentId });
    expect(await now(turned.key)).toMatchObject({ agentId: agent.viewer.agentId, keyId: turned.id });
    t.advance(120_000);
    await expect(now(agent.key)).rejects.toMatchObject(refused("not_signed_in"));
    await expect(agent.number(), "also a call whose caller had signed in before").rejects.toMatchObject(
      refused("not_signed_in"),
    );
    expect(await now(turned.key)).toMatchObject({ keyId: turned.id });
    const [, old] = await listKeys(t.store, t.admin);
    expect(old).toMatchObject({ replacedBy: turned.id, expiresAt: turned.oldExpiresAt });
  });

  test("never holds longer than before, and ends at once with an overlap of 0", async () => {
    await using t = await testStore();
    const brief = await createKey(t.store, t.admin, { kind: "agent", name: "a", expiresInMs: HOUR_MS });
    const first = await rotateKey(t.store, t.admin, { id: brief.id, overlapMs: 24 * HOUR_MS });
    expect(first.oldExpiresAt).toBe(brief.expiresAt);
    expect(
      (first.expiresAt ?? 0) - t.store.clock(),
      "the new one lives as long as the old was made for",
    ).toBeGreaterThan(HOUR_MS - 60_000);
    await rotateKey(t.store, t.admin, { id: first.prefix, overlapMs: 0 });
    await expect(signIn(t.store, first.key)).rejects.toMatchObject(refused("not_signed_in"));
  });

  test("is rotated once, also by two at once, and never when it is over", async () => {
    await using t = await testStore();
    const { id } = await createKey(t.store, t.admin, { kind: "agent", name: "a" });
    const ends = await Promise.allSettled(
      Array.from({ length: 5 }, () => rotateKey(t.store, t.admin, { id, overlapMs: HOUR_MS })),
    );
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const other = await createKey(t.store, t.admin, { kind: "agent", name: "b" });
    await revokeKey(t.store, t.admin, { id: other.id });
    await expect(rotateKey(t.store, t.admin, { id: other.id, overlapMs: 0 })).rejects.toMatchObject(
      refused("conflict"),
    );
  });

  test("may be the one that its holder is using", async () => {
    await using t = await testStore();
    const { key } = await rotateKey(t.store, t.admin, { id: t.admin.keyId, overlapMs: HOUR_MS });
    expect((await signIn(t.store, key)).viewer).toMatchObject({ kind: "admin", role: "owner" });
  });
});

test("every act on a key is on record, and no entry holds a key", async () => {
  await using t = await testStore();
  const made = await createKey(t.store, t.admin, { kind: "agent", name: "a" });
  const turned = await rotateKey(t.store, t.admin, { id: made.id, overlapMs: 0 });
  await revokeKey(t.store, t.admin, { id: turned.id });
  const audit = await t.audit();
  expect(audit.map(({ action }) => action).slice(-4)).toEqual([
    "agent.created",
    "key.created",
    "key.rotated",
    "key.revoked",
  ]);
  for (const secret of [made.key, turned.key]) expect(JSON.stringify(audit)).not.toContain(secret.slice(-43));
});

test(
  verifies(
    "recover-owner",
    "the owner's key is made anew for whoever has the database, saved before it holds, and put on record",
  ),
  async () => {
    await using t = await testStore();
    await expect(
      recoverOwner(t.store, t.teamId, () => Promise.reject(new Error("disk full"))),
    ).rejects.toThrow("disk full");
    expect(await listKeys(t.store, t.admin), "no key without its file").toHaveLength(1);
    let saved = "";
    await recoverOwner(t.store, t.teamId, async (key) => {
      await expect(signIn(t.store, key), "not before it is saved").rejects.toThrow("not valid here");
      saved = key;
    });
    const { viewer } = await signIn(t.store, saved);
    expect(viewer as PersonViewer).toMatchObject({
      kind: "admin",
      role: "owner",
      memberId: t.admin.memberId,
    });
    // The sign-in that came too early may be on record behind it.
    expect((await t.audit()).filter(({ action }) => action === "owner_key.recovered")).toMatchObject([
      { actor: { kind: "system" } },
    ]);
  },
);
