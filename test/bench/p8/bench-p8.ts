/** P8: from a start to being ready: the server, the bridge, the tray app; and what the tray costs besides. */
import { benchAgentSocket } from "../agent-socket/bench-agent-socket.ts";
import { benchBridgeStart } from "../bridge-start/bench-bridge-start.ts";
import { number, type Goal, type Report } from "../report.ts";
import { benchServerStart } from "../server-start/bench-server-start.ts";
import { benchTray } from "../tray/bench-tray.ts";

export interface P8Options {
  serverRounds: number;
  bridgeRounds: number;
  trayRounds: number;
}

const CALLS = 5_000;

export async function benchP8({ serverRounds, bridgeRounds, trayRounds }: P8Options): Promise<Report> {
  const servers = await benchServerStart(serverRounds);
  const bridges = await benchBridgeStart(bridgeRounds);
  const call = await benchAgentSocket(CALLS);
  const tray = await benchTray(trayRounds);
  const shown = "missing" in tray ? null : tray;
  const memory = shown && `${number(shown.memoryMiB.trayOnly)} / ${number(shown.memoryMiB.withWindow)}`;
  const goal = (what: string, measured: number | null, atMost: number): Goal => ({
    what,
    measured,
    bound: { atMost },
  });
  return {
    id: "P8",
    title: "P8: from a start to being ready, milliseconds",
    head: ["", "p50", "worst", "rounds"],
    rows: [
      [
        "server, the first start of a data folder",
        number(servers.first.p50),
        number(servers.first.worst),
        String(serverRounds),
      ],
      ["server, a later start", number(servers.later.p50), number(servers.later.worst), String(serverRounds)],
      ...bridges.map(({ form, p50, worst }) => [form, number(p50), number(worst), String(bridgeRounds)]),
      shown
        ? [
            "tray app, until its icon is shown",
            number(shown.startMs.p50),
            number(shown.startMs.worst),
            String(shown.rounds),
          ]
        : [`tray app: not measured, ${"missing" in tray ? tray.missing : ""}`, "", "", ""],
      [
        `tray app's memory (MiB, PSS): in the tray / with its window${memory ? "" : ", not measured"}`,
        memory ?? "",
        "",
        "",
      ],
      [
        "a bridge's call to the tray and back, µs",
        number(call.p50),
        `${number(call.p99)} (p99)`,
        number(CALLS),
      ],
    ],
    goals: [
      goal("ms until a server's first start is ready", servers.first.p50, 2_000),
      goal("ms until a later start is ready", servers.later.p50, 500),
      goal(
        "ms until the slowest form of the bridge answers `initialize`",
        Math.max(...bridges.map(({ p50 }) => p50)),
        150,
      ),
      goal("ms until the tray's icon is shown", shown?.startMs.p50 ?? null, 1_500),
    ],
    figures: { servers, bridges, call, tray },
  };
}
