import { describe, expect, test } from "vitest";
import { testStore, type TestStore } from "../../../test/support/test-store.ts";
import { refusedCall } from "../domain/refusal.ts";
import { createKey } from "./create-key.ts";
import { revokeKey } from "./keys.ts";
import { listAudit } from "./list-audit.ts";
import { signIn } from "./sign-in.ts";

async function refusalsOf(t: TestStore) {
  await t.refusals.settled();
  const page = await listAudit(t.store, t.admin, { limit: 200 });
  return page.entries.filter(({ action }) => action.endsWith(".refused")).toReversed();
}

describe("a refused call", () => {
  test("is on record at once, with who asked, for what, and why", async () => {
    await using t = await testStore();
    const refusal = refusedCall({ ...t.admin, address: "192.0.2.7" }, "key.revoke", {
      code: "conflict",
      message: "the words are not kept",
    });
    if (refusal) t.store.refusals.note(refusal);
    expect(await refusalsOf(t)).toMatchObject([
      {
        action: "call.refused",
        actor: { kind: "admin", memberId: t.admin.memberId, address: "192.0.2.7" },
        subject: { type: "procedure", id: "key.revoke" },
        after: { reason: "conflict", count: 1 },
      },
    ]);
  });

  test("that was a mistake of the input is none", async () => {
    await using t = await testStore();
    for (const code of ["invalid_input", "not_found", "pool_exhausted", "limit_reached"] as const)
      expect(refusedCall(t.admin, "key.revoke", { code, message: "" })).toBeNull();
  });

  test("repeated ten thousand times is two entries a minute", async () => {
    await using t = await testStore();
    const refusal = refusedCall(t.admin, "key.revoke", { code: "not_allowed", message: "" });
    const flood = () => {
      for (let index = 0; index < 10_000; index += 1) if (refusal) t.store.refusals.note(refusal);
    };
    flood();
    await t.refusals.settled();
    await t.refusals.sum();
    expect((await refusalsOf(t)).map(({ after }) => after?.["count"])).toEqual([10_000]);
    flood();
    await t.refusals.settled();
    flood();
    await t.refusals.sum();
    expect((await refusalsOf(t)).map(({ after }) => after?.["count"])).toEqual([10_000, 10_000, 10_000]);
  });

  test("of ever new kinds cannot fill the record", async () => {
    await using t = await testStore();
    for (let index = 0; index < 5_000; index += 1) {
      const refusal = refusedCall(t.admin, `made.up${index}`, { code: "not_allowed", message: "" });
      if (refusal) t.store.refusals.note(refusal);
    }
    await t.refusals.settled();
    const { entries } = await listAudit(t.store, t.admin, { limit: 1 });
    expect(entries[0]?.seq).toBeLessThan(600);
  });
});

describe("a refused sign-in", () => {
  test("with a known prefix is on its team's record, with what was wrong, and nothing of the secret", async () => {
    await using t = await testStore();
    const { key, id, prefix } = await createKey(t.store, t.admin, { kind: "agent", name: "a" });
    const wrong = `${prefix}_${"x".repeat(43)}`;
    const attempt = (text: string) => signIn(t.store, text, "192.0.2.7").catch(() => {});
    await attempt(wrong);
    await t.refusals.settled();
    await revokeKey(t.store, t.admin, { id });
    await t.refusals.sum();
    await attempt(key);
    await attempt("ap_agent_000000000000_" + "x".repeat(43));
    await attempt("nothing like a key");
    const found = await refusalsOf(t);
    expect(found.map(({ subject, after }) => [subject?.id, after?.["reason"], after?.["address"]])).toEqual([
      [id, "wrong_secret", "192.0.2.7"],
      [id, "revoked", "192.0.2.7"],
    ]);
    expect(found.map(({ after }) => after?.["count"])).toEqual([1, 1]);
    expect(JSON.stringify(found)).not.toContain("xxx");
  });
});
