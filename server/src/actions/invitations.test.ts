import { describe, expect, test } from "vitest";
import { testStore, type TestStore } from "../../../test/support/test-store.ts";
import { newSecret } from "../crypto/token-hash.ts";
import { withTeam } from "../store/with-team.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { invite, listInvitations, revokeInvitation } from "./invitations.ts";
import { listMembers } from "./members.ts";
import { signIn } from "./sign-in.ts";

const DAY_MS = 24 * 3_600_000;
const device = { deviceName: "Laptop", platform: "linux" };

async function invited(t: TestStore, name = "Ann"): Promise<{ id: string; secret: string }> {
  const { id, link } = await invite(t.store, t.admin, {
    name,
    role: "member",
    publicUrl: "https://sms.example.com/x",
  });
  const [, secret = ""] = /^https:\/\/sms\.example\.com\/x\/pair\/([A-Za-z0-9_-]{43})$/.exec(link) ?? [];
  return { id, secret };
}

describe("an invitation", () => {
  test("makes the member, its device and its key, and is put on record without its secret", async () => {
    await using t = await testStore();
    const { id, secret } = await invited(t);
    const paired = await acceptInvitation(t.store, { secret, ...device }, "192.0.2.7");
    expect(paired).toMatchObject({ memberName: "Ann", role: "member", deviceName: "Laptop", team: "Test" });
    expect((await signIn(t.store, paired.key)).viewer).toMatchObject({
      kind: "device",
      role: "member",
      memberId: paired.memberId,
      deviceId: paired.deviceId,
    });
    const audit = await t.audit();
    expect(audit.slice(-2)).toMatchObject([
      { action: "invitation.created", actor: { memberId: t.admin.memberId } },
      {
        action: "invitation.accepted",
        actor: { kind: "device", memberId: paired.memberId, address: "192.0.2.7" },
        subject: { type: "invitation", id },
      },
    ]);
    const stored = await withTeam(t.store, t.teamId, async (trx) => [
      await trx.selectFrom("invitations").selectAll().execute(),
      await trx.selectFrom("keys").selectAll().execute(),
      await trx.selectFrom("audit").selectAll().execute(),
    ]);
    const text = JSON.stringify(stored);
    expect(text).not.toContain(secret);
    expect(text).not.toContain(paired.key);
  });

  test("lets in one of twenty who redeem it at once", async () => {
    await using t = await testStore();
    const { secret } = await invited(t);
    const ends = await Promise.allSettled(
      Array.from({ length: 20 }, () => acceptInvitation(t.store, { secret, ...device }, null)),
    );
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const reasons = ends.flatMap((end) => (end.status === "rejected" ? [end.reason as unknown] : []));
    expect(reasons).toEqual(
      Array.from({ length: 19 }, () =>
        expect.objectContaining({
          problem: expect.objectContaining({ message: expect.stringContaining("was used already") }),
        }),
      ),
    );
    expect(await listMembers(t.store, t.admin)).toHaveLength(2);
    const keys = await withTeam(t.store, t.teamId, (trx) =>
      trx.selectFrom("keys").select("id").where("kind", "=", "device").execute(),
    );
    expect(keys).toHaveLength(1);
  });

  test("says to who has its secret that it was used, revoked or has expired, and to nobody else anything", async () => {
    await using t = await testStore();
    const [used, revoked, late] = [
      await invited(t, "Used"),
      await invited(t, "Revoked"),
      await invited(t, "Late"),
    ];
    await acceptInvitation(t.store, { secret: used.secret, ...device }, null);
    expect(await revokeInvitation(t.store, t.admin, { invitation: "Revoked" })).toMatchObject({
      state: "revoked",
    });
    t.advance(7 * DAY_MS - 60_000);
    const early = await invited(t, "Early");
    t.advance(120_000);
    const answer = (secret: string) =>
      acceptInvitation(t.store, { secret, ...device, name: "Somebody else" }, null).then(
        () => "let in",
        (error: { problem: { code: string; message: string } }) =>
          `${error.problem.code}: ${error.problem.message}`,
      );
    expect(await answer(used.secret)).toMatch(/^conflict: .*used already/);
    expect(await answer(revoked.secret)).toMatch(/^conflict: .*revoked/);
    expect(await answer(late.secret)).toMatch(/^conflict: .*expired/);
    const unknown = await answer(newSecret().text);
    expect(unknown).toMatch(/^not_found: /);
    const nearly = early.secret.slice(0, -1) + (early.secret.endsWith("A") ? "E" : "A");
    expect(await answer(nearly)).toBe(unknown);
    expect(await answer(early.secret)).toBe("let in");
    expect((await listInvitations(t.store, t.admin)).map(({ name, state }) => [name, state])).toEqual([
      ["Early", "used"],
      ["Late", "expired"],
      ["Revoked", "revoked"],
      ["Used", "used"],
    ]);
  });

  test("is for who is no member yet; a name that was taken meanwhile consumes nothing", async () => {
    await using t = await testStore();
    await expect(
      invite(t.store, t.admin, { name: "Owner", role: "member", publicUrl: "" }),
    ).rejects.toMatchObject({
      problem: { code: "conflict", field: "name", message: expect.stringContaining("paired by code") },
    });
    const { secret } = await invited(t);
    await t.person("Ann", "member");
    await expect(acceptInvitation(t.store, { secret, ...device }, null)).rejects.toMatchObject({
      problem: { code: "conflict", field: "name" },
    });
    expect(await acceptInvitation(t.store, { secret, ...device, name: "Ann B" }, null)).toMatchObject({
      memberName: "Ann B",
    });
  });
});
