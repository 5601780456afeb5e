import type { AuditReport, verifyAuditInput } from "@agentpass/shared/audit-api";
import { fail } from "@agentpass/shared/problem";
import type { z } from "zod";
import type { AdminViewer } from "../domain/access.ts";
import {
  faultAtHead,
  faultOfKnownHead,
  firstFault,
  type ChainFault,
  type ChainHead,
  type ChainLink,
} from "../domain/audit-chain.ts";
import { chainPage, entryMac, macsOf } from "../store/audit.ts";
import type { Store } from "../store/store.ts";
import { parseTimestamp } from "../store/timestamp.ts";
import { withTeam, type Trx } from "../store/with-team.ts";

/** Entries a call: some hundred milliseconds of work. */
const PAGE = 10_000;

/**
 * Checks the next entries of the team's chain behind `after`, and, when it has come to the end, the head in the
 * team's row and every head that is known from before. Gives the first fault, or where to go on.
 */
export async function verifyAudit(
  store: Store,
  viewer: AdminViewer,
  { after, heads }: z.output<typeof verifyAuditInput>,
): Promise<AuditReport> {
  const kept = await store.auditHeads.of(viewer.teamId);
  const known = [...heads, ...kept];
  return withTeam(store, viewer.teamId, async (trx) => {
    const start = await placeOf(trx, after);
    const { links, head } = await chainPage(trx, { after, limit: PAGE });
    const last = links.at(-1) ?? start;
    const done = links.length < PAGE;
    const fault =
      firstFault(start, links, { macOf: macOf(store, viewer.teamId), timeOf }) ??
      (done ? await faultAtEnd(trx, { last, head, known }) : null);
    return { checked: links.length, last: last.seq, head: head.seq, knownHeads: known.length, done, fault };
  });
}

/** The entry that the walk goes on from: it was checked by the call before. */
async function placeOf(trx: Trx, after: number): Promise<{ seq: number; mac: Buffer }> {
  if (after === 0) return { seq: 0, mac: Buffer.alloc(0) };
  const mac = (await macsOf(trx, [after])).get(after);
  return mac === undefined
    ? fail("not_found", `after: there is no entry ${after}; start from 0`, { field: "after" })
    : { seq: after, mac };
}

const macOf =
  (store: Store, teamId: string) =>
  (previous: Buffer, { entry, masterKeyId }: ChainLink): Buffer | null =>
    store.keyRing.fingerprints.has(masterKeyId)
      ? entryMac(store, { teamId, previous, entry }, masterKeyId).mac
      : null;

/** As `timestamp()` wrote it. */
const timeOf = (text: string): number => parseTimestamp(text.replace(/Z$/, "+00"));

async function faultAtEnd(
  trx: Trx,
  { last, head, known }: { last: { seq: number; mac: Buffer }; head: ChainHead; known: readonly ChainHead[] },
): Promise<ChainFault | null> {
  const atHead = faultAtHead({ seq: last.seq, mac: last.mac.toString("hex") }, head);
  if (atHead !== null) return atHead;
  const macs = await macsOf(
    trx,
    known.map(({ seq }) => seq),
  );
  const faults = known.flatMap(
    (one) => faultOfKnownHead(one, macs.get(one.seq)?.toString("hex") ?? null, last.seq) ?? [],
  );
  return faults.toSorted((left, right) => left.seq - right.seq)[0] ?? null;
}
