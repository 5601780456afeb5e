import { noteAuditHeads } from "../actions/note-audit-heads.ts";
import type { Refusals } from "../actions/refusals.ts";
import { forgetPairings } from "../actions/start-pairing.ts";
import { redactAtTwilio } from "../actions/redact-at-twilio.ts";
import { resumeOrders } from "../actions/resume-orders.ts";
import { sweepTeam } from "../actions/sweep.ts";
import { keepSettledUsage } from "../actions/usage.ts";
import type { Logger } from "../ops/logger.ts";
import { allTeamIds } from "../store/events.ts";
import type { Store } from "../store/store.ts";
import type { TwilioClient } from "../twilio/twilio-client.ts";
import { every } from "./every.ts";

/** How late a silent caller's message may be given back. */
const SWEEP_MS = 2_000;
/** How long refusals of a kind are summed. */
const REFUSALS_MS = 60_000;
/** How late an order is taken up whose worker has gone. */
const RESUME_MS = 5_000;
/** T14. */
const AUDIT_HEAD_MS = 60_000;
const USAGE_MS = 3_600_000;
const FORGET_PAIRINGS_MS = 10 * 60_000;
const REDACT_MS = 10_000;
const MAINTAIN_MS = 6 * 3_600_000;

interface Chores {
  store: Store;
  refusals: Refusals;
  log: Logger;
  twilio: TwilioClient | null;
  /** Makes the partitions of the days ahead, and drops those that are too old. */
  maintain: (now: number) => Promise<void>;
  onError: (error: unknown) => void;
}

/** Starts what has to be done again and again; gives what ends it. */
export function startChores({
  store,
  refusals,
  log,
  twilio,
  maintain,
  onError,
}: Chores): () => Promise<void> {
  /** One team's trouble keeps nothing from the others. */
  const inEveryTeam = async (work: (store: Store, teamId: string) => Promise<void>): Promise<void> => {
    for (const teamId of await allTeamIds(store)) await work(store, teamId).catch(onError);
  };
  const redact = async (): Promise<void> => {
    if (twilio !== null) await inEveryTeam((of, teamId) => redactAtTwilio(of, twilio, teamId));
  };
  const noted = new Map<string, number>();
  const noteHeads = () => noteAuditHeads(store, log, noted);
  const stops = [
    every(SWEEP_MS, () => inEveryTeam(sweepTeam), onError),
    every(REFUSALS_MS, () => refusals.sum(), onError),
    every(RESUME_MS, async () => void (store.market && (await inEveryTeam(resumeOrders))), onError),
    every(AUDIT_HEAD_MS, noteHeads, onError),
    every(USAGE_MS, () => inEveryTeam(keepSettledUsage), onError),
    every(FORGET_PAIRINGS_MS, () => forgetPairings(store), onError),
    every(REDACT_MS, redact, onError),
    every(MAINTAIN_MS, () => maintain(Date.now()), onError),
  ];
  const firstHeads = noteHeads().catch(onError);
  return async () => {
    await Promise.all([firstHeads, ...stops.map((stop) => stop())]);
    await noteHeads().catch(onError);
  };
}
