import { fail } from "@agentpass/shared/problem";
import type { Config } from "../config/config.ts";
import { mockOnRealStore } from "../config/mode.ts";
import type { Store } from "../store/store.ts";
import { checkMasterKeys, hasHeldRealNumber } from "../store/teams.ts";
import type { Readiness } from "../transport/health-routes.ts";

/** Things that would only show when a message cannot be read or a simulated number is sold as a real one. */
export async function refuseMismatch(config: Config, store: Store): Promise<void> {
  const accident = mockOnRealStore(
    { mode: config.mode, reason: config.modeReason },
    await hasHeldRealNumber(store),
  );
  if (accident !== null) fail("conflict", accident);
  const { missing, different } = await checkMasterKeys(store);
  if (different.length > 0)
    fail(
      "conflict",
      `AGENTPASS_MASTER_KEY: the key ${different.join(", ")} is not the one this database was written with. Give the same keys to every server of this database.`,
    );
  if (missing.length > 0)
    fail(
      "conflict",
      `AGENTPASS_MASTER_KEY: the key ${missing.join(", ")} is missing, with which messages of this database were encrypted. Add it behind the current one.`,
    );
}

/** Whether requests should be sent here. */
export async function databaseAnswers(store: Store): Promise<Readiness> {
  return hasHeldRealNumber(store).then(
    () => ({ ready: true, reasons: [] }),
    () => ({ ready: false, reasons: ["The database does not answer."] }),
  );
}
