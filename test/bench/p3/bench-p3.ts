/** P3: fan-out of stored messages to many subscribers, beside raw `ws`, Socket.IO and stock tRPC. */
import { cpuMs } from "../process-cost.ts";
import { number, type Report } from "../report.ts";
import { startAgentPass, startRival, type Contender } from "../sockets/contenders.ts";
import { Crowd } from "../sockets/crowd.ts";
import { median, medianRatio } from "../statistics.ts";

export interface P3Options {
  rounds: number;
  subscribers: number;
}

/** Messages a round that are sent at once: one alone, and as they come in a busy team. */
const BURSTS = [1, 20] as const;
/** One message alone is soon told: of so many, one after the other, the times are added up. */
const DELIVERIES_A_ROUND = 20;

interface Figures {
  perSecond: number[];
  /** Of its server process, microseconds a delivery. */
  cpu: number[];
  /** Of its clients' processes, microseconds a delivery. */
  clientCpu: number[];
}

interface Lane {
  contender: Contender;
  crowd: Crowd;
  /** By the size of the burst. */
  figures: ReadonlyMap<number, Figures>;
}

/** Throws where a client did not get each message once and in order. */
export async function benchP3({ rounds, subscribers }: P3Options): Promise<Report> {
  await using stack = new AsyncDisposableStack();
  const ours = stack.use(await startAgentPass());
  const all: Contender[] = [ours];
  for (const kind of ["raw", "socket.io", "trpc"] as const)
    all.push(stack.use(await startRival(kind, ours.server.dataFolder)));
  const lanes: Lane[] = [];
  for (const contender of all) {
    const crowd = stack.use(new Crowd(contender));
    await crowd.connect(subscribers);
    lanes.push({
      contender,
      crowd,
      figures: new Map(BURSTS.map((burst) => [burst, { perSecond: [], cpu: [], clientCpu: [] }])),
    });
  }
  for (let round = -1; round < rounds; round += 1)
    for (const burst of BURSTS)
      for (const lane of lanes) await measure(lane, { burst, subscribers, counts: round >= 0 });
  return report(lanes, { rounds, subscribers });
}

async function measure(
  { contender, crowd, figures }: Lane,
  { burst, subscribers, counts }: { burst: number; subscribers: number; counts: boolean },
): Promise<void> {
  const before = [cpuMs(contender.pid), crowd.cpuMs()] as const;
  let total = 0;
  for (let sent = 0; sent < DELIVERIES_A_ROUND; sent += burst) total += (await crowd.hear(burst)).ms;
  const used = [cpuMs(contender.pid) - before[0], crowd.cpuMs() - before[1]] as const;
  if (!counts) return;
  const deliveries = subscribers * DELIVERIES_A_ROUND;
  figures.get(burst)?.perSecond.push((1000 * deliveries) / total);
  figures.get(burst)?.cpu.push((1000 * used[0]) / deliveries);
  figures.get(burst)?.clientCpu.push((1000 * used[1]) / deliveries);
}

function report(lanes: readonly Lane[], options: P3Options): Report {
  const of = (kind: string, burst: number): readonly number[] =>
    lanes.find(({ contender }) => contender.kind === kind)?.figures.get(burst)?.perSecond ?? [];
  const ratio = (kind: string, burst: number): number => medianRatio(of("agentpass", burst), of(kind, burst));
  return {
    id: "P3",
    title: `P3: fan-out to ${number(options.subscribers)} subscribers, deliveries a second, ${options.rounds} rounds`,
    head: [
      "",
      ...BURSTS.flatMap((burst) => [
        burst === 1 ? "one message" : `${burst} at once`,
        "times raw ws",
        "server's CPU, µs",
        "clients' CPU, µs",
      ]),
    ],
    rows: lanes.map(({ contender, figures }) => {
      const cells = BURSTS.map((burst) => {
        const { perSecond, cpu, clientCpu } = figures.get(burst) ?? { perSecond: [], cpu: [], clientCpu: [] };
        return [median(perSecond), medianRatio(perSecond, of("raw", burst)), median(cpu), median(clientCpu)];
      });
      return [contender.name].concat(cells.flat().map(number));
    }),
    goals: BURSTS.flatMap((burst) => {
      const what = burst === 1 ? "one message" : `${burst} messages at once`;
      return [
        { what: `times raw ws, ${what}`, measured: ratio("raw", burst), bound: { atLeast: 0.85 } },
        { what: `times stock tRPC, ${what}`, measured: ratio("trpc", burst), bound: { atLeast: 2.3 } },
      ];
    }),
    figures: {
      ...options,
      contenders: lanes.map(({ contender, figures }) => ({
        name: contender.name,
        bursts: Object.fromEntries(figures),
      })),
    },
  };
}
