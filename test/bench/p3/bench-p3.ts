/** P3: fan-out of stored messages to many subscribers, beside raw `ws`, Socket.IO and stock tRPC. */
import { cpuMs } from "../process-cost.ts";
import { number, type Report } from "../report.ts";
import { startAgentPass, startRival, type Contender } from "../sockets/contenders.ts";
import { Crowd } from "../sockets/crowd.ts";
import { median, medianRatio } from "../statistics.ts";

export interface P3Options {
  rounds: number;
  subscribers: number;
  /** Messages a round, sent at once. */
  messages: number;
}

interface Lane {
  contender: Contender;
  crowd: Crowd;
  perSecond: number[];
  /** Of its server process, microseconds a delivery. */
  cpu: number[];
}

/** Throws where a client did not get each message once and in order. */
export async function benchP3({ rounds, subscribers, messages }: P3Options): Promise<Report> {
  await using stack = new AsyncDisposableStack();
  const ours = stack.use(await startAgentPass());
  const { dataFolder } = ours.server;
  const all: Contender[] = [ours];
  for (const kind of ["raw", "socket.io", "trpc"] as const)
    all.push(stack.use(await startRival(kind, dataFolder)));
  const lanes: Lane[] = [];
  for (const contender of all) {
    const crowd = stack.use(new Crowd(contender));
    await crowd.connect(subscribers);
    lanes.push({ contender, crowd, perSecond: [], cpu: [] });
  }
  for (let round = -2; round < rounds; round += 1)
    for (const { contender, crowd, perSecond, cpu } of lanes) {
      const before = cpuMs(contender.pid);
      const { ms } = await crowd.hear(messages);
      const used = cpuMs(contender.pid) - before;
      if (round < 0) continue;
      perSecond.push((1000 * subscribers * messages) / ms);
      cpu.push((1000 * used) / (subscribers * messages));
    }
  return report(lanes, { rounds, subscribers, messages });
}

function report(lanes: readonly Lane[], options: P3Options): Report {
  const of = (kind: string): Lane["perSecond"] =>
    lanes.find(({ contender }) => contender.kind === kind)?.perSecond ?? [];
  const [ours, raw, stock] = [of("agentpass"), of("raw"), of("trpc")];
  return {
    id: "P3",
    title: `P3: fan-out to ${number(options.subscribers)} subscribers, ${options.rounds} rounds of ${options.messages} stored messages`,
    head: ["", "deliveries/s", "times raw ws", "server's CPU, µs each"],
    rows: lanes.map(({ contender, perSecond, cpu }) => [
      contender.name,
      number(median(perSecond)),
      number(medianRatio(perSecond, raw)),
      number(median(cpu)),
    ]),
    goals: [
      { what: "times raw ws", measured: medianRatio(ours, raw), bound: { atLeast: 0.85 } },
      { what: "times stock tRPC", measured: medianRatio(ours, stock), bound: { atLeast: 2.3 } },
    ],
    figures: {
      ...options,
      contenders: lanes.map(({ contender, perSecond, cpu }) => ({ name: contender.name, perSecond, cpu })),
    },
  };
}
