import { reportP1 } from "./p1/report-p1.ts";
import { benchP2 } from "./p2/bench-p2.ts";
import { benchP3 } from "./p3/bench-p3.ts";
import { benchP4 } from "./p4/bench-p4.ts";
import { benchP5 } from "./p5/bench-p5.ts";
import { benchP6 } from "./p6/bench-p6.ts";
import { benchP7 } from "./p7/bench-p7.ts";
import { benchP8 } from "./p8/bench-p8.ts";
import { benchP9 } from "./p9/bench-p9.ts";
import type { Report } from "./report.ts";

/** Each benchmark by its id; `full`: in the sizes that its goal names, instead of ones that take half a minute. */
export const benchmarks: Readonly<Record<string, (full: boolean) => Promise<Report> | Report>> = {
  P1: (full) => reportP1({ rounds: full ? 400 : 200 }),
  P2: (full) => benchP2({ rounds: full ? 11 : 5, requests: full ? 10_000 : 2_000 }),
  P3: (full) => benchP3({ rounds: full ? 21 : 5, subscribers: 1_000 }),
  P4: (full) => benchP4({ rounds: full ? 3 : 1, sizes: [1_000, 5_000] }),
  P5: (full) => benchP5({ rounds: full ? 3 : 1, clients: full ? 5_000 : 1_000 }),
  P6: (full) => benchP6({ rounds: full ? 2_000 : 400 }),
  P7: () => benchP7(),
  P8: (full) =>
    benchP8({ serverRounds: full ? 9 : 3, bridgeRounds: full ? 25 : 9, trayRounds: full ? 9 : 3 }),
  P9: (full) => benchP9({ rounds: full ? 101 : 21, messages: full ? 1_000_000 : 500_000, restMs: 20_000 }),
};
