import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { buildApp, findDesktop, startDisplay } from "../../support/desktop/desktop-for-tests.ts";
import { packageApp } from "../../support/desktop/packaged-app.ts";
import { PrivateBus } from "../../support/desktop/private-bus.ts";
import { TrayPanel } from "../../support/desktop/tray-panel.ts";
import { RunningServer } from "../../support/running-server.ts";
import { memoryOfTree } from "./memory-of-tree.ts";

/** Until what a start sets going has come to rest. */
const SETTLE_MS = 2_000;

export interface TrayFigures {
  rounds: number;
  /** From the start of the process until its icon is in the panel. */
  startMs: { p50: number; worst: number };
  /** Of all the app's processes together; what they share is counted once. */
  memoryMiB: { trayOnly: number; withWindow: number };
}

/** The packaged app beside a server in mock mode, as it starts at login; or why it cannot be measured here. */
export async function benchTray(rounds: number): Promise<TrayFigures | { missing: string }> {
  const found = await findDesktop();
  if ("missing" in found) return found;
  buildApp();
  const folder = mkdtempSync(join(tmpdir(), "agentpass-bench-tray-"));
  const { server: xvfb, display } = await startDisplay();
  await using server = await RunningServer.start();
  try {
    const executable = join(packageApp(folder, found.executable), "agentpass");
    const start = { executable, display, dataFolder: server.dataFolder };
    // The first start makes the profile and pairs; a person has that once.
    await measure(start);
    const all: Awaited<ReturnType<typeof measure>>[] = [];
    for (let round = 0; round < rounds; round += 1) all.push(await measure(start));
    const starts = all.map(({ startMs }) => startMs);
    return {
      rounds,
      startMs: { p50: median(starts), worst: Math.max(...starts) },
      memoryMiB: {
        trayOnly: median(all.map(({ trayOnly }) => trayOnly)),
        withWindow: median(all.map(({ withWindow }) => withWindow)),
      },
    };
  } finally {
    xvfb.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Start {
  executable: string;
  display: string;
  dataFolder: string;
}

async function measure({ executable, display, dataFolder }: Start) {
  using bus = await PrivateBus.start();
  using panel = await TrayPanel.start(bus);
  const switches = ["--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  const env = {
    PATH: "/usr/bin:/bin",
    HOME: dataFolder,
    DISPLAY: display,
    DBUS_SESSION_BUS_ADDRESS: bus.address,
    AGENTPASS_DATA_DIR: dataFolder,
  };
  const startedAt = performance.now();
  const app = spawn(executable, [...switches, "--hidden"], { env, stdio: "ignore" });
  while (!panel.hasIcon) {
    if (app.exitCode !== null)
      throw new Error(`the app ended with ${app.exitCode} before its icon was there`);
    await pause(2);
  }
  const startMs = performance.now() - startedAt;
  await pause(SETTLE_MS);
  const trayOnly = memoryOfTree(app.pid ?? 0);
  // A second start shows the window of the first.
  await once(spawn(executable, switches, { env, stdio: "ignore" }), "exit");
  await pause(SETTLE_MS);
  const withWindow = memoryOfTree(app.pid ?? 0);
  app.kill();
  await once(app, "exit");
  return { startMs, trayOnly, withWindow };
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
