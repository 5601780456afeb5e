import path from "node:path";
import { OWNER_KEY_FILE } from "@agentpass/shared/local-files";
import { fail, ProblemError } from "@agentpass/shared/problem";
import type { Secret } from "@agentpass/shared/secret";
import { recoverOwner } from "../actions/recover-owner.ts";
import { openDataFolder, writeSecretFile } from "../config/data-folder.ts";
import { masterKeysOf } from "../config/master-key-file.ts";
import { parseKeyRing } from "../crypto/key-ring.ts";
import { openPool, type ConnectionSettings } from "../store/database.ts";
import { allTeamIds } from "../store/events.ts";
import type { Store } from "../store/store.ts";
import { checkMasterKeys } from "../store/teams.ts";
import { borrowDatabase, type DatabasePlace } from "./borrow-database.ts";

export interface RecoveredOwner {
  /** Where the key lies. */
  keyFile: string;
  prefix: string;
  memberName: string;
}

interface Place extends DatabasePlace {
  /** Null: those that lie beside the embedded database. */
  masterKeys: Secret | null;
}

/** Makes a new owner's key by the database itself, whether the server runs or not, and writes it to the data folder. */
export async function recoverOwnerKey({
  dataFolder,
  databaseUrl,
  masterKeys,
}: Place): Promise<RecoveredOwner> {
  const { connection, stop } = await borrowDatabase({ dataFolder, databaseUrl });
  try {
    await openDataFolder(dataFolder);
    const ring = masterKeys ?? (await masterKeysOf(dataFolder));
    return await recoverBy(connection, { ring, keyFile: path.join(dataFolder, OWNER_KEY_FILE) });
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? "unknown";
    return fail(
      "unavailable",
      `The database, or the file ${OWNER_KEY_FILE} in ${dataFolder}, cannot be used (${code}). Check DATABASE_URL, and that a server of this version has started on it.`,
    );
  } finally {
    await stop();
  }
}

async function recoverBy(
  connection: ConnectionSettings,
  { ring, keyFile }: { ring: Secret; keyFile: string },
): Promise<RecoveredOwner> {
  const app = openPool(connection, "agentpass_app", () => {});
  const ingest = openPool(connection, "agentpass_ingest", () => {});
  const store = {
    app: app.db,
    ingest: ingest.db,
    keyRing: parseKeyRing(ring.reveal()),
    clock: Date.now,
    // The servers hear of it by their safety poll.
    observe: () => {},
    wakeUp: () => {},
  };
  try {
    const teamId = await theTeam(store);
    return { keyFile, ...(await recoverOwner(store, teamId, (key) => writeSecretFile(keyFile, `${key}\n`))) };
  } finally {
    await Promise.all([app.db.destroy(), ingest.db.destroy()]);
  }
}

async function theTeam(store: Pick<Store, "app" | "ingest" | "keyRing">): Promise<string> {
  const [teamId] = await allTeamIds(store);
  if (teamId === undefined)
    return fail("not_found", "This database has no team yet; the server makes it when it starts: pnpm start");
  // The record of what is done here would not fit to the others'.
  const { missing, different } = await checkMasterKeys(store);
  if (missing.length + different.length > 0)
    fail(
      "conflict",
      "AGENTPASS_MASTER_KEY: these are not the keys of this database; give those of its servers.",
    );
  return teamId;
}
