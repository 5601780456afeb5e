import { expect, test } from "vitest";
import { testStore } from "../../../test/support/test-store.ts";
import { listKeys } from "../actions/keys.ts";
import { lazySignIn } from "./signed-in.ts";

test("a key's last use is that of its connection's calls, not of its signing in weeks ago", async () => {
  await using t = await testStore();
  const agent = await t.agent("a");
  const whoAsks = lazySignIn(t.store, { key: agent.key, address: null, version: null });
  const lastUse = async (): Promise<number> =>
    (await listKeys(t.store, t.admin)).find(({ id }) => id === agent.viewer.keyId)?.lastUsedAt ?? 0;
  await whoAsks();
  await expect.poll(lastUse).toBeGreaterThan(0);
  t.advance(14 * 24 * 3_600_000);
  const later = t.store.clock();
  await whoAsks();
  await expect.poll(lastUse).toBeGreaterThanOrEqual(Math.floor(later));
});
