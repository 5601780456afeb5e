import * as fc from "fast-check";
import { formatUserCode, parseUserCode, USER_CODE_LETTERS } from "@agentpass/shared/user-code";
import { describe, expect, test } from "vitest";
import { testStore, type TestStore } from "../../../test/support/test-store.ts";
import { newSecret } from "../crypto/token-hash.ts";
import { newUserCode } from "../crypto/user-code.ts";
import type { PersonViewer } from "../domain/access.ts";
import { withTeam } from "../store/with-team.ts";
import { approvePairing, denyPairing, lookAtPairing } from "./answer-pairing.ts";
import { listDevices, removeDevice, renameDevice } from "./devices.ts";
import { revokeKey } from "./keys.ts";
import { createKey } from "./create-key.ts";
import { setRole } from "./members.ts";
import { pollPairing } from "./poll-pairing.ts";
import { removeMember } from "./remove-member.ts";
import { signIn } from "./sign-in.ts";
import { forgetPairings, startPairing } from "./start-pairing.ts";
import { verifies } from "../../../test/support/verifies.ts";

const MINUTE_MS = 60_000;
const refused = (code: string, field?: string) => ({
  problem: expect.objectContaining({ code, ...(field === undefined ? {} : { field }) }),
});

interface Asking {
  deviceCode: string;
  /** Bare, as the actions take it. */
  userCode: string;
}

async function ask(t: TestStore, address = "192.0.2.7"): Promise<Asking> {
  const device = { deviceName: "Ann's phone", platform: "ios" };
  const started = await startPairing(t.store, device, { address, publicUrl: "https://sms.example.com" });
  return { deviceCode: started.deviceCode, userCode: parseUserCode(started.userCode) ?? "" };
}

const poll = (t: TestStore, { deviceCode }: { deviceCode: string }) =>
  pollPairing(t.store, { deviceCode }, "192.0.2.7");

/** A code that no device shows. */
function wrongCode({ userCode }: Asking): string {
  const code = newUserCode();
  return code === userCode ? wrongCode({ userCode, deviceCode: "" }) : code;
}

describe("a device that asks to be let in", () => {
  test("is shown to the person who types its code, and gets its key once that person approves it", async () => {
    await using t = await testStore();
    const ann = await t.person("Ann", "member");
    const asking = await ask(t);
    expect(await poll(t, asking)).toEqual({ status: "pending", intervalMs: 5_000 });
    expect(await lookAtPairing(t.store, ann.viewer, asking)).toMatchObject({
      deviceName: "Ann's phone",
      platform: "ios",
      address: "192.0.2.7",
    });
    expect(await approvePairing(t.store, ann.viewer, asking)).toMatchObject({ memberName: "Ann" });
    const answer = await poll(t, asking);
    if (answer.status !== "approved") throw new Error(`got ${answer.status}`);
    expect((await signIn(t.store, answer.key)).viewer).toMatchObject({
      kind: "device",
      memberId: ann.memberId,
      role: "member",
      deviceId: answer.deviceId,
    });
    expect(await poll(t, asking), "the key is given once").toEqual({ status: "used" });
    expect((await t.audit()).slice(-2)).toMatchObject([
      { action: "pairing.approved", actor: { memberId: ann.memberId, deviceId: ann.deviceId } },
      { action: "device.paired", actor: { deviceId: answer.deviceId, address: "192.0.2.7" } },
    ]);
    expect(JSON.stringify(await t.audit())).not.toContain(answer.key.slice(-43));
  });

  test(verifies("T12", "gets one key, however many poll with its code at once"), async () => {
    await using t = await testStore();
    const asking = await ask(t);
    await approvePairing(t.store, t.admin, asking);
    const answers = await Promise.all(Array.from({ length: 12 }, () => poll(t, asking)));
    expect(answers.filter(({ status }) => status === "approved")).toHaveLength(1);
    expect(answers.filter(({ status }) => status === "used")).toHaveLength(11);
    expect(await listDevices(t.store, t.admin, {})).toHaveLength(1);
  });

  test(verifies("T12", "is approved once, of two who do it at once"), async () => {
    await using t = await testStore();
    const ann = await t.person("Ann", "member");
    const asking = await ask(t);
    const ends = await Promise.allSettled([
      approvePairing(t.store, t.admin, asking),
      approvePairing(t.store, ann.viewer, asking),
      denyPairing(t.store, ann.viewer, asking),
    ]);
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("is told that it was denied, or that its ten minutes are over", async () => {
    await using t = await testStore();
    const [denied, late, lateApproved] = [await ask(t), await ask(t), await ask(t)];
    await denyPairing(t.store, t.admin, denied);
    expect(await poll(t, denied)).toEqual({ status: "denied" });
    await approvePairing(t.store, t.admin, lateApproved);
    t.advance(10 * MINUTE_MS + 1_000);
    for (const asking of [late, lateApproved]) expect(await poll(t, asking)).toEqual({ status: "expired" });
    await expect(lookAtPairing(t.store, t.admin, late)).rejects.toMatchObject(refused("not_found"));
    await expect(poll(t, { deviceCode: newSecret().text })).rejects.toMatchObject(refused("not_found"));
  });

  test("that polls faster than it may is slowed down, more each time", async () => {
    await using t = await testStore();
    const asking = await ask(t);
    expect(await poll(t, asking)).toEqual({ status: "pending", intervalMs: 5_000 });
    expect(await poll(t, asking)).toEqual({ status: "slow_down", intervalMs: 10_000 });
    t.advance(5_000);
    expect(await poll(t, asking)).toEqual({ status: "slow_down", intervalMs: 15_000 });
    t.advance(15_000);
    expect(await poll(t, asking)).toEqual({ status: "pending", intervalMs: 15_000 });
  });

  test("gets no key where its approver lost its key, or its member left, in between", async () => {
    await using t = await testStore();
    const ann = await t.person("Ann", "admin");
    const stolen = await createKey(t.store, t.admin, { kind: "admin", name: "stolen" });
    const thief = (await signIn(t.store, stolen.key)).viewer as PersonViewer;
    const [first, second] = [await ask(t), await ask(t)];
    await approvePairing(t.store, thief, first);
    await approvePairing(t.store, t.admin, { ...second, member: "Ann" });
    await revokeKey(t.store, t.admin, { id: stolen.id });
    await removeMember(t.store, t.admin, { member: ann.memberId });
    for (const asking of [first, second]) expect(await poll(t, asking)).toEqual({ status: "denied" });
    expect(await listDevices(t.store, t.admin, {})).toEqual([]);
  });

  test("gets no key that its approver's role does not allow any more, or not for what its member has become", async () => {
    await using t = await testStore();
    const [ann, bob] = [await t.person("Ann", "admin"), await t.person("Bob", "admin")];
    await t.person("Cid", "member");
    const [demoted, promoted, own] = [await ask(t), await ask(t), await ask(t)];
    await approvePairing(t.store, ann.viewer, { ...demoted, member: "Bob" });
    await approvePairing(t.store, bob.viewer, { ...promoted, member: "Cid" });
    await approvePairing(t.store, ann.viewer, own);
    await setRole(t.store, t.admin, { member: "Ann", role: "member" });
    await setRole(t.store, t.admin, { member: "Cid", role: "owner" });
    for (const asking of [demoted, promoted]) expect(await poll(t, asking)).toEqual({ status: "denied" });
    expect(await poll(t, own)).toMatchObject({ status: "approved", memberName: "Ann", role: "member" });
  });

  test("becomes another member's only by an admin, and an owner's only by an owner", async () => {
    await using t = await testStore();
    const [ann, bob] = [await t.person("Ann", "admin"), await t.person("Bob", "member")];
    const asking = await ask(t);
    for (const [viewer, member] of [
      [bob.viewer, "Ann"],
      [ann.viewer, "Owner"],
    ] as const)
      await expect(approvePairing(t.store, viewer, { ...asking, member })).rejects.toMatchObject(
        refused("not_allowed", "member"),
      );
    expect(await approvePairing(t.store, ann.viewer, { ...asking, member: "Bob" })).toMatchObject({
      memberName: "Bob",
    });
    expect(await poll(t, asking)).toMatchObject({ status: "approved", memberName: "Bob", role: "member" });
  });
});

describe("a person who guesses codes", () => {
  test(
    verifies("T12", "has five tries in ten minutes, then not even the right one works, for anything"),
    async () => {
      await using t = await testStore();
      const [ann, bob] = [await t.person("Ann", "member"), await t.person("Bob", "member")];
      const asking = await ask(t);
      for (let left = 4; left >= 0; left -= 1)
        await expect(
          lookAtPairing(t.store, ann.viewer, { userCode: wrongCode(asking) }),
        ).rejects.toMatchObject({
          problem: { code: "not_found", message: expect.stringContaining(`${left} more tries`) },
        });
      for (const call of [lookAtPairing, approvePairing, denyPairing])
        await expect(call(t.store, ann.viewer, asking)).rejects.toMatchObject(refused("too_many_requests"));
      expect(await lookAtPairing(t.store, bob.viewer, asking), "others are not kept out").toMatchObject({
        platform: "ios",
      });
      t.advance(9 * MINUTE_MS);
      await expect(lookAtPairing(t.store, ann.viewer, asking)).rejects.toMatchObject(
        refused("too_many_requests"),
      );
      t.advance(MINUTE_MS + 1_000);
      const next = await ask(t);
      expect(await lookAtPairing(t.store, ann.viewer, next)).toMatchObject({ platform: "ios" });
      const tried = (await t.audit()).filter(({ action }) => action === "pairing.code_refused");
      expect(tried).toHaveLength(5);
    },
  );

  test(
    verifies(
      "T12",
      "has no more tries by making them at once, nor by right codes between, nor by another key",
    ),
    async () => {
      await using t = await testStore();
      const [asking, own] = [await ask(t), await ask(t)];
      const { key } = await createKey(t.store, t.admin, { kind: "admin", name: "second" });
      const second = (await signIn(t.store, key)).viewer as PersonViewer;
      const ends = await Promise.allSettled(
        Array.from({ length: 40 }, async (_, index) => {
          const viewer = index % 2 === 0 ? t.admin : second;
          if (index % 5 === 0) await lookAtPairing(t.store, viewer, own).catch(() => {});
          return lookAtPairing(t.store, viewer, { userCode: wrongCode(asking) });
        }),
      );
      const codes = ends.map((end) =>
        end.status === "rejected" ? (end.reason as { problem: { code: string } }).problem.code : "found",
      );
      expect(codes.filter((code) => code === "not_found")).toHaveLength(5);
      expect(codes.filter((code) => code === "too_many_requests")).toHaveLength(35);
    },
  );
});

describe("pairings that wait", () => {
  test("are fifty at most of one address, also when they ask at once, until some are over", async () => {
    await using t = await testStore();
    const ends = await Promise.allSettled(Array.from({ length: 60 }, () => ask(t)));
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(50);
    await expect(ask(t)).rejects.toMatchObject(refused("too_many_requests"));
    await ask(t, "192.0.2.8");
    // Of IPv6 one caller has a whole /64.
    const sixes = Array.from({ length: 60 }, (_, index) => ask(t, `2001:db8:0:1::${index.toString(16)}`));
    const let6 = (await Promise.allSettled(sixes)).filter(({ status }) => status === "fulfilled");
    expect(let6).toHaveLength(50);
    t.advance(10 * MINUTE_MS + 1_000);
    await ask(t);
  });

  test("are forgotten an hour after their time, and not before", async () => {
    await using t = await testStore();
    const early = await ask(t);
    t.advance(60 * MINUTE_MS);
    const late = await ask(t);
    await forgetPairings(t.store);
    expect(await poll(t, early)).toEqual({ status: "expired" });
    t.advance(15 * MINUTE_MS);
    await forgetPairings(t.store);
    await expect(poll(t, early)).rejects.toMatchObject(refused("not_found"));
    expect(await poll(t, late)).toEqual({ status: "expired" });
  });

  test("are seen by nobody but who presents their codes, and changed for one's own team only", async () => {
    await using t = await testStore();
    await ask(t);
    const seen = await withTeam(t.store, t.teamId, (trx) => trx.selectFrom("pairings").selectAll().execute());
    expect(seen).toEqual([]);
    await expect(t.store.ingest.selectFrom("pairings").select("user_code").execute()).rejects.toThrow(
      "permission denied",
    );
    await expect(t.store.ingest.selectFrom("pairings").select("device_hash").execute()).rejects.toThrow(
      "permission denied",
    );
  });
});

describe("a device", () => {
  test("is seen, renamed and removed by its member and by admins, an owner's by owners", async () => {
    await using t = await testStore();
    const [ann, bob] = [await t.person("Ann", "admin"), await t.person("Bob", "member")];
    const asking = await ask(t);
    await approvePairing(t.store, t.admin, asking);
    const owners = await poll(t, asking);
    if (owners.status !== "approved") throw new Error(owners.status);
    expect(await listDevices(t.store, bob.viewer, {})).toMatchObject([{ memberName: "Bob", you: true }]);
    expect(await listDevices(t.store, ann.viewer, {})).toHaveLength(3);
    expect(await listDevices(t.store, ann.viewer, { member: "Bob" })).toMatchObject([{ id: bob.deviceId }]);
    for (const device of [ann.deviceId, "Ann's laptop", owners.deviceId])
      await expect(removeDevice(t.store, bob.viewer, { device })).rejects.toMatchObject(
        refused("not_found", "device"),
      );
    await expect(removeDevice(t.store, ann.viewer, { device: owners.deviceId })).rejects.toMatchObject(
      refused("not_allowed", "device"),
    );
    expect(
      await renameDevice(t.store, ann.viewer, { device: "Bob's laptop", name: "Bob's desk" }),
    ).toMatchObject({ name: "Bob's desk" });
    expect(await removeDevice(t.store, bob.viewer, { device: bob.deviceId })).toMatchObject({ you: true });
    await expect(signIn(t.store, bob.key)).rejects.toMatchObject(refused("not_signed_in"));
    await expect(listDevices(t.store, ann.viewer, { member: "nobody" })).rejects.toMatchObject(
      refused("not_found", "member"),
    );
  });

  test("of a name that several have is named by its id", async () => {
    await using t = await testStore();
    const [first, second] = [await ask(t), await ask(t)];
    for (const asking of [first, second]) {
      await approvePairing(t.store, t.admin, asking);
      await poll(t, asking);
    }
    await expect(removeDevice(t.store, t.admin, { device: "Ann's phone" })).rejects.toMatchObject(
      refused("conflict", "device"),
    );
  });
});

describe("a user code", () => {
  test("is read however it is typed, and nothing else is", () => {
    const letters = fc.constantFrom(...USER_CODE_LETTERS.split(""));
    const noise = fc.array(fc.constantFrom(" ", "-", "\u2013", "\t", "."), { maxLength: 3 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(letters, noise, fc.boolean()), { minLength: 8, maxLength: 8 }),
        (typed) => {
          const bare = typed.map(([letter]) => letter).join("");
          const text = typed
            .map(([letter, between, lower]) => (lower ? letter.toLowerCase() : letter) + between.join(""))
            .join("");
          expect(parseUserCode(text)).toBe(bare);
          expect(parseUserCode(formatUserCode(bare))).toBe(bare);
        },
      ),
    );
    for (const none of ["", "WDJB-MJH", "WDJB-MJHTT", "WDJB-MJHA", "WDJB-MJH1", "WDJB/MJHT"])
      expect(parseUserCode(none), none).toBeNull();
  });

  test("is random over its whole alphabet", () => {
    const codes = Array.from({ length: 400 }, newUserCode);
    expect(new Set(codes).size).toBe(400);
    expect(new Set(codes.join("")).size).toBe(USER_CODE_LETTERS.length);
    for (const code of codes) expect(parseUserCode(code)).toBe(code);
  });
});
