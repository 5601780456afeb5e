/** F13: a disk that is full costs time, and nothing that was acknowledged. */
import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFailed, onTestFinished, test } from "vitest";
import { connectToEmbedded } from "../support/embedded-database.ts";
import { History } from "../support/history.ts";
import { apiClient } from "../support/api-client.ts";
import { RunningServer } from "../support/running-server.ts";
import { SmsLoad } from "../support/sms-load.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { verifies } from "../support/verifies.ts";

const NUMBER = "+15551234567";
const SOON = { timeout: 60_000, interval: 50 };

/** Writes until nothing more goes on the disk. */
function fill(file: string): void {
  for (const size of [1_048_576, 65_536, 4_096])
    for (;;)
      try {
        writeFileSync(file, "x".repeat(size), { flag: "a" });
      } catch {
        break;
      }
}

/** Makes PostgreSQL need a new file of its log, without which it ends itself. */
async function endsForWantOfLog(dataFolder: string): Promise<void> {
  const wants = "select pg_logical_emit_message(true, 'x', 'x'), pg_switch_wal()";
  await using database = await connectToEmbedded(dataFolder);
  const untilItEnds = async (): Promise<never> => {
    for (;;) await database.query(wants);
  };
  await expect(untilItEnds()).rejects.toThrow(/No space|terminat|recovery/i);
}

// Only root may mount.
test.skipIf(process.getuid?.() !== 0)(
  verifies(
    "F13",
    "what was acknowledged before, while and after the disk was full is there, and the server goes on by itself",
  ),
  async () => {
    const disk = temporaryFolder();
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=400m,mode=755", "tmpfs", disk]);
    onTestFinished(() => void execFileSync("umount", ["--lazy", disk]));
    const dataFolder = join(disk, "data");
    mkdirSync(dataFolder, { mode: 0o711 });
    await using server = await RunningServer.start({ dataFolder });
    onTestFailed(() => console.log(server.output.slice(-6_000)));
    const history = new History(new Map());
    const load = new SmsLoad({ servers: [server], history, numbers: [NUMBER] });
    load.start();
    await load.acknowledgedMore(20);
    const others = join(disk, "others");
    fill(others);
    // Whatever room PostgreSQL had taken beforehand is used up once a message is refused.
    const keepFull = setInterval(() => fill(others), 20);
    await expect
      .poll(() => load.refused, SOON)
      .toBeGreaterThan(0)
      .finally(() => clearInterval(keepFull));
    fill(others);
    await endsForWantOfLog(dataFolder);
    history.fault("disk full");
    expect(server.output).toContain("the database's disk is full");
    expect(server.runs).toBe(true);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    rmSync(others);
    await load.acknowledgedMore(20);
    await load.stop();
    expect(history.faults("disk full")).toBe(1);
    const ids = new Set<string>();
    for (let before: string | undefined; ;) {
      const page = await apiClient(server.url, server.ownerKey).message.list.query(
        before === undefined ? { limit: 50 } : { limit: 50, before },
      );
      for (const { id } of page.messages) ids.add(id);
      before = page.nextBefore;
      if (before === undefined) break;
    }
    expect(history.acknowledgedIds().filter((id) => !ids.has(id))).toEqual([]);
    expect(server.runs).toBe(true);
  },
);
