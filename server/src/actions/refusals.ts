import { kindOf, refusedSignIn, type Refusal } from "../domain/refusal.ts";
import { keyNamed, type NamedKey } from "../store/keys.ts";
import type { Store } from "../store/store.ts";
import { timestamp } from "../store/timestamp.ts";
import { withTeamLock } from "../store/with-team.ts";

/** Kinds that are told apart in a minute; what comes beyond is not written, or a flood could fill the record. */
const MOST_KINDS = 500;
/** Prefixes looked up in a minute. */
const MOST_PREFIXES = 500;

/** Puts what was refused on the teams' records, in transactions of their own: at most two entries a minute of each kind. */
export interface Refusals {
  /** Never throws, and nobody waits for it. */
  note(refusal: Refusal): void;
  /** The same for a key that was named and not accepted; one that no team has is nobody's. */
  noteSignIn(named: { prefix: string; address: string | null }): void;
  /** Writes what was summed, and begins a new minute. */
  sum(): Promise<void>;
  /** Resolves when all that was noted so far and is not to be summed is written. */
  settled(): Promise<void>;
}

/** A kind of refusal in the present minute. */
interface Tally {
  refusal: Refusal;
  unwritten: number;
  /** Of the first and the last that are unwritten. Epoch milliseconds. */
  since: number;
  until: number;
}

/** `onError` hears of writes that failed; they are tried again with the next sum. */
export function createRefusals(store: Store, onError: (error: unknown) => void): Refusals {
  const tallies = new Map<string, Tally>();
  const keys = new Map<string, Promise<NamedKey | null>>();
  let work: Promise<void> = Promise.resolve();
  const queue = (job: () => Promise<void>): Promise<void> => {
    work = work.then(job).catch(onError);
    return work;
  };

  const write = async (candidates: Iterable<Tally>): Promise<void> => {
    const due = [...candidates].filter(({ unwritten }) => unwritten > 0);
    for (const [teamId, ofTeam] of Map.groupBy(due, ({ refusal }) => refusal.teamId)) {
      const counts = ofTeam.map(({ unwritten }) => unwritten);
      await withTeamLock(store, teamId, async (team) => {
        for (const { refusal, unwritten, since, until } of ofTeam) {
          const { actor, action, subject, reason, address } = refusal;
          const after = {
            reason,
            address,
            count: unwritten,
            since: timestamp(since),
            until: timestamp(until),
          };
          team.record(actor, { action, subject, after });
        }
      });
      for (const [index, tally] of ofTeam.entries()) {
        tally.unwritten -= counts[index] ?? 0;
        tally.since = tally.until;
      }
    }
  };

  const note = (refusal: Refusal): void => {
    const now = store.clock();
    const kind = kindOf(refusal);
    const known = tallies.get(kind);
    if (known) {
      if (known.unwritten === 0) known.since = now;
      known.unwritten += 1;
      known.until = now;
    } else if (tallies.size < MOST_KINDS) {
      const first: Tally = { refusal, unwritten: 1, since: now, until: now };
      tallies.set(kind, first);
      void queue(() => write([first]));
    }
  };

  return {
    note,
    noteSignIn({ prefix, address }) {
      const known = keys.get(prefix);
      if (known === undefined && keys.size >= MOST_PREFIXES) return;
      const named = known ?? keyNamed(store, prefix);
      keys.set(prefix, named);
      void queue(async () => {
        const key = await named;
        if (key) note(refusedSignIn(key, address));
      });
    },
    sum: () =>
      queue(async () => {
        await write(tallies.values());
        for (const [kind, { unwritten }] of tallies) if (unwritten === 0) tallies.delete(kind);
        keys.clear();
      }),
    async settled() {
      for (let seen: unknown = null; seen !== work;) {
        seen = work;
        await work;
      }
    },
  };
}
