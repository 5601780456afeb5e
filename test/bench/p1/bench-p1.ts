/** P1: signed webhook POST to the code in an agent's `wait_for_sms` result, beside the floor and the known design. */
import { randomCode } from "../../support/running-server.ts";
import { startAgentPass } from "./agentpass-contender.ts";
import type { Contender } from "./contender.ts";
import { startFloor } from "./floor-contenders.ts";

const WARM_UP = 30;

export interface P1Row {
  name: string;
  rounds: number;
  p50: number;
  p99: number;
}

/** Rounds are interleaved, so that noise meets all alike. Throws where a code was lost, wrong or out of order. */
export async function benchP1(rounds: number): Promise<P1Row[]> {
  await using floor = await startFloor();
  await using product = await startAgentPass();
  const contenders = [...floor.contenders, product];
  const times = new Map<Contender, number[]>(contenders.map((contender) => [contender, []]));
  for (let round = -WARM_UP; round < rounds; round++) {
    for (const contender of contenders) {
      if (round < 0 ? contender.every > 1 : round % contender.every !== 0) continue;
      const sent = randomCode();
      const { ms, code } = await contender.deliver(sent);
      if (code !== sent)
        throw new Error(`${contender.name}: sent the code ${sent} in round ${round} and got ${code}`);
      if (round >= 0) times.get(contender)?.push(ms);
    }
  }
  return contenders.map((contender) => {
    const sorted = (times.get(contender) ?? []).toSorted((left, right) => left - right);
    return { name: contender.name, rounds: sorted.length, p50: at(sorted, 0.5), p99: at(sorted, 0.99) };
  });
}

function at(sorted: readonly number[], quantile: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * quantile))] ?? Number.NaN;
}
