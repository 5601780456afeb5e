import { expect, test } from "vitest";
import { testStore } from "../../../test/support/test-store.ts";
import { confirmKeys } from "./confirm-keys.ts";
import { createKey } from "./create-key.ts";
import { recoverOwner } from "./recover-owner.ts";
import { settleRestore } from "./settle-restore.ts";
import { signIn } from "./sign-in.ts";

const refused = (code: string) => ({ problem: { code } });

test("a suspended key says why it rests, and works again when an owner, and no admin, confirms it", async () => {
  await using t = await testStore();
  const ann = await t.person("Ann", "admin");
  const agents = await createKey(t.store, ann.viewer, { kind: "agent", name: "an agent" });
  const anns = await createKey(t.store, ann.viewer, { kind: "admin", name: "ann's" });
  const settled = await settleRestore(t.store, t.teamId);
  expect(settled.keys).toBeGreaterThanOrEqual(2);
  await expect(signIn(t.store, agents.key)).rejects.toThrow(`pnpm agentpass key confirm ${agents.prefix}`);
  // Who was signed in all along is out as well.
  await expect(confirmKeys(t.store, t.admin, { all: true })).rejects.toMatchObject(refused("not_signed_in"));

  let text = "";
  await recoverOwner(t.store, t.teamId, async (key) => void (text = key));
  const { viewer: owner } = await signIn(t.store, text);
  if (owner.kind !== "admin") throw new Error("the owner's key is an admin's");
  await expect(confirmKeys(t.store, owner, { ids: [anns.prefix, "nobody's"] })).rejects.toMatchObject(
    refused("not_found"),
  );
  expect(await confirmKeys(t.store, owner, { ids: [anns.prefix] })).toEqual({ confirmed: [anns.id] });
  const { viewer: admin } = await signIn(t.store, anns.key);
  if (admin.kind !== "admin") throw new Error("it is an admin's key");
  await expect(confirmKeys(t.store, admin, { ids: [agents.prefix] })).rejects.toMatchObject(
    refused("not_allowed"),
  );
  await confirmKeys(t.store, owner, { ids: [agents.prefix] });
  expect((await signIn(t.store, agents.key)).viewer).toMatchObject({ kind: "agent" });
});
