import type { LeasePage, listLeasesInput } from "@agentpass/shared/number-api";
import { fail } from "@agentpass/shared/problem";
import type { z } from "zod";
import { isPermitted, scopeOf, type PersonViewer } from "../domain/access.ts";
import { listLeaseRows, type LeaseFilter } from "../store/lease-list.ts";
import type { Store } from "../store/store.ts";
import { withTeam, type Trx } from "../store/with-team.ts";

/** Leases, newest first: an admin's whole team, a member's own agents. */
export async function listLeases(
  store: Store,
  viewer: PersonViewer,
  { before, ...filter }: z.output<typeof listLeasesInput>,
): Promise<LeasePage> {
  const scope = isPermitted(viewer, "admin") ? ({ of: "team" } as const) : scopeOf(viewer);
  return withTeam(store, viewer.teamId, (trx) => leasePage(trx, { ...filter, scope }, before));
}

/** One page of leases; `before` is `nextBefore` of the page before. */
export async function leasePage(
  trx: Trx,
  filter: Omit<LeaseFilter, "beforeSeq">,
  before: string | undefined,
): Promise<LeasePage> {
  const beforeSeq = before === undefined ? undefined : seqOf(before);
  const rows = await listLeaseRows(trx, { ...filter, beforeSeq, limit: filter.limit + 1 });
  const page = rows.slice(0, filter.limit);
  const last = page.at(-1);
  return {
    leases: page.map(({ entry }) => entry),
    ...(rows.length > filter.limit && last ? { nextBefore: String(last.startSeq) } : {}),
  };
}

function seqOf(before: string): number {
  if (/^\d{1,15}$/.test(before)) return Number(before);
  return fail(
    "invalid_input",
    `before: ${JSON.stringify(before)} is no page of this list; use the nextBefore of the page before, or omit it`,
    { field: "before" },
  );
}
