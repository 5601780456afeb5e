import type { ConfirmKeysInput } from "@agentpass/shared/key-api";
import { fail } from "@agentpass/shared/problem";
import type { PersonViewer } from "../domain/access.ts";
import { listKeyRows } from "../store/key-list.ts";
import { confirmKeyRows } from "../store/keys.ts";
import type { Store } from "../store/store.ts";
import { withTeamLock, type LockedTeam } from "../store/with-team.ts";
import { requireLiveKey } from "./require-live-key.ts";

/** After a restore: these keys work again. Only owners may; `not_found` names what is no key, and then nothing is done. */
export async function confirmKeys(
  store: Store,
  viewer: PersonViewer,
  input: ConfirmKeysInput,
): Promise<{ confirmed: string[] }> {
  return withTeamLock(store, viewer.teamId, async (team) => {
    const person = await requireLiveKey(team, viewer, "person");
    if (person.role !== "owner")
      fail("not_allowed", "Only owners confirm keys after a restore. Ask an owner of the team.");
    const confirmed = await confirmKeyRows(team, await named(team, input));
    if (confirmed.length > 0) team.record(person, { action: "key.confirmed", after: { keys: confirmed } });
    return { confirmed };
  });
}

async function named(team: LockedTeam, input: ConfirmKeysInput): Promise<string[]> {
  if ("all" in input) return (await listKeyRows(team.trx)).map(({ id }) => id);
  const ids: string[] = [];
  for (const idOrPrefix of input.ids) {
    const [key] = await listKeyRows(team.trx, { idOrPrefix });
    if (!key)
      return fail(
        "not_found",
        `ids: there is no key "${idOrPrefix.slice(0, 40)}"; see: pnpm agentpass key list`,
        {
          field: "ids",
        },
      );
    ids.push(key.id);
  }
  return ids;
}
