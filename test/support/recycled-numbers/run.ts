/** Runs random interleavings, many teams at once, each judged alone. */
import { sample } from "fast-check";
import { verifyAll } from "../audit-tampering.ts";
import { testStore } from "../test-store.ts";
import { Interleaving, type Tally } from "./interleaving.ts";
import { plan as plans, type Plan } from "./steps.ts";
import { TeamMaker } from "./teams.ts";

/** Interleavings at once: enough to keep the database busy while each waits for its own commits. */
const AT_ONCE = 12;

/**
 * Lives through `count` plans made from `seed`. What fails is made as small as it still fails, and named with seed and
 * place. Gives what the plans were good for, all together.
 */
export async function runInterleavings({ count, seed }: { count: number; seed: number }): Promise<Tally> {
  await using t = await testStore();
  await using maker = new TeamMaker(t.database, t.store);
  const total: Tally = { recycled: 0, shown: 0, nobodys: 0, givenAgain: 0 };
  const queue = sample(plans, { seed, numRuns: count }).entries();
  const work = async (): Promise<void> => {
    // Every worker takes from the same queue.
    for (const [place, plan] of queue) {
      const tally = await live(maker, plan).catch((error: unknown) =>
        failSmaller(maker, { plan, error, place, seed }),
      );
      for (const name of ["recycled", "shown", "nobodys", "givenAgain"] as const) total[name] += tally[name];
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return total;
}

async function live(maker: TeamMaker, plan: Plan): Promise<Tally> {
  const team = await maker.make(plan);
  const tally = await new Interleaving(team).live(plan);
  const { fault } = await verifyAll(team);
  if (fault) throw new Error(`the team's record is broken: ${fault.fault}`);
  return tally;
}

interface Failure {
  plan: Plan;
  error: unknown;
  place: number;
  seed: number;
}

/** Leaves out turn after turn, as long as the rest still fails. */
async function failSmaller(maker: TeamMaker, { plan, error, place, seed }: Failure): Promise<never> {
  let smallest = { plan, error };
  for (let index = 0; index < smallest.plan.turns.length;) {
    const without = { ...plan, turns: smallest.plan.turns.toSpliced(index, 1) };
    const failure = await live(maker, without).then(
      () => null,
      (smaller: unknown) => ({ plan: without, error: smaller }),
    );
    if (failure === null) index += 1;
    else smallest = failure;
  }
  throw new Error(
    `seed ${seed}, interleaving ${place}: ${String(smallest.error)}\nin ${JSON.stringify(smallest.plan)}`,
    { cause: smallest.error },
  );
}
