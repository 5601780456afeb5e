import { expect, test } from "vitest";
import { testDatabase } from "../../../test/support/test-database.ts";
import { testStore } from "../../../test/support/test-store.ts";
import { verifies } from "../../../test/support/verifies.ts";
import type { PersonViewer } from "../domain/access.ts";
import { openPool } from "../store/database.ts";
import { ensureTeam } from "./first-start.ts";
import { signIn } from "./sign-in.ts";

test(
  verifies(
    "owner-key",
    "the owner's key is saved before it holds, and a start that could not save it is made up for",
  ),
  async () => {
    await using t = await testStore();
    await using empty = await testDatabase();
    const app = openPool(empty.connection, "agentpass_app", () => {});
    const ingest = openPool(empty.connection, "agentpass_ingest", () => {});
    const store = { ...t.store, app: app.db, ingest: ingest.db, ingestPool: ingest.pool };
    try {
      const fails = (): Promise<never> => Promise.reject(new Error("disk full"));
      await expect(ensureTeam(store, { name: "Team", saveOwnerKey: fails })).rejects.toThrow("disk full");
      let saved = "";
      const saveOwnerKey = async (key: string): Promise<void> => {
        await expect(signIn(store, key), "not before it is saved").rejects.toThrow("not valid here");
        saved = key;
      };
      const { teamId, created } = await ensureTeam(store, { name: "Team", saveOwnerKey });
      expect(created, "a key that nobody has is no owner's").toBe(true);
      expect((await signIn(store, saved)).viewer as PersonViewer).toMatchObject({ teamId, role: "owner" });
      expect(await ensureTeam(store, { name: "Team", saveOwnerKey: fails })).toEqual({
        teamId,
        created: false,
      });
    } finally {
      await Promise.all([app.pool.end(), ingest.pool.end()]);
    }
  },
);
