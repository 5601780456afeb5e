import { number, type Report } from "../report.ts";
import { benchP1 } from "./bench-p1.ts";

export async function reportP1({ rounds }: { rounds: number }): Promise<Report> {
  const rows = await benchP1(rounds);
  const of = (name: string): number => rows.find((row) => row.name.startsWith(name))?.p50 ?? Number.NaN;
  const product = of("AgentPass");
  return {
    id: "P1",
    title: "P1: a signed webhook to the code in an agent's `wait_for_sms`, milliseconds",
    head: ["", "p50", "p99", "rounds"],
    rows: rows.map(({ name, p50, p99, rounds }) => [name, number(p50), number(p99), String(rounds)]),
    goals: [
      { what: "times the fsynced floor (p50)", measured: product / of("raw ws, one"), bound: { atMost: 3 } },
      { what: "times faster than polling (p50)", measured: of("poll") / product, bound: { atLeast: 100 } },
    ],
    figures: rows,
  };
}
