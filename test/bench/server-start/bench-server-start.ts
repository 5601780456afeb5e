import { RunningServer } from "../../support/running-server.ts";
import { median } from "../statistics.ts";

interface Start {
  p50: number;
  worst: number;
}

/** Milliseconds from the spawn until a server says where it listens: with an empty data folder, and with one it has used. */
export async function benchServerStart(rounds: number): Promise<{ first: Start; later: Start }> {
  const first: number[] = [];
  const later: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await using server = await RunningServer.start();
    first.push(server.readyMs);
    await server.stop();
    await server.start();
    later.push(server.readyMs);
  }
  const of = (times: number[]): Start => ({ p50: median(times), worst: Math.max(...times) });
  return { first: of(first), later: of(later) };
}
