import { setImmediate as turn } from "node:timers/promises";
import { expect } from "vitest";
import type { Deployment } from "./deployment.ts";
import { RawSocket } from "./raw-socket.ts";
import { Stopwatch } from "./stopwatch.ts";

/**
 * An agent that is sent one SMS after the other, first in peace, then while `attack` runs. Fails where one is not
 * answered 200, and where the slowest of a hundred took a second from webhook to feed during the attack; on a machine
 * that is slow in peace, ten times as long as then. Gives how many there were during the attack.
 */
export async function unnoticed(ours: Deployment, attack: () => Promise<void>): Promise<number> {
  const agent = await ours.agent("a bystander");
  using socket = await RawSocket.open(ours.node.socketUrl, { key: agent.key });
  const feed = socket.subscribe();
  await expect.poll(() => socket.data(feed).length, { timeout: 10_000, interval: 5 }).toBe(1);
  let sent = 0;
  const one = async (): Promise<number> => {
    const watch = new Stopwatch();
    expect(await ours.node.sms(agent.phoneNumber, "Your code is 482913")).toBe(200);
    sent += 1;
    await expect.poll(() => socket.data(feed).length, { timeout: 5_000, interval: 1 }).toBe(1 + sent);
    return watch.ms();
  };
  const inPeace: number[] = [];
  while (inPeace.length < 20) inPeace.push(await one());
  const state = { done: false };
  const attacking = attack().finally(() => (state.done = true));
  attacking.catch(() => {});
  const meanwhile: number[] = [];
  do {
    meanwhile.push(await one());
    await turn();
  } while (!state.done || meanwhile.length < 10);
  await attacking;
  const bearable = Math.max(1_000, 10 * Math.max(...inPeace));
  const sorted = meanwhile.toSorted((a, b) => a - b);
  expect(sorted[Math.ceil(0.99 * sorted.length) - 1], "the 99th percentile").toBeLessThan(bearable);
  return meanwhile.length;
}
