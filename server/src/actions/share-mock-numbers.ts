import { system } from "../domain/audit-entry.ts";
import { insertGrant, unsharedMockNumbers } from "../store/number-grants.ts";
import type { Store } from "../store/store.ts";
import { ownerId } from "../store/teams.ts";
import { withTeamLock } from "../store/with-team.ts";

/** Lets the owner's devices see what every simulated number receives from now on; those they see already stay as they are. */
export async function shareMockNumbers(store: Store, teamId: string): Promise<void> {
  await withTeamLock(store, teamId, async (team) => {
    const memberId = await ownerId(team.trx);
    if (memberId === null) return;
    for (const numberId of await unsharedMockNumbers(team.trx, memberId)) {
      await insertGrant(team, "number_shares", { numberId, memberId });
      team.emit({ type: "number.changed", numberId });
      team.record(system("start"), {
        action: "number.shared",
        subject: { type: "number", id: numberId },
        after: { memberId },
      });
    }
  });
}
