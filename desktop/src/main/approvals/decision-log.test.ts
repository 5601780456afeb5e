import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { DecisionLog } from "./decision-log.ts";

let path: string;
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), "agentpass-decisions-"));
  path = join(folder, "tray", "decisions.json");
  return () => rmSync(folder, { recursive: true, force: true });
});

test("decisions are there after a restart, the newest first, for this user only", async () => {
  const log = await DecisionLog.load(path);
  log.add({ at: 1, agentName: "a", phoneNumber: "+15*******67", service: "GitHub", decision: "allow" });
  log.add({ at: 2, agentName: "b", decision: "deny" });
  await log.saved();
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect((await DecisionLog.load(path)).all.value).toEqual([
    { at: 2, agentName: "b", decision: "deny" },
    { at: 1, agentName: "a", phoneNumber: "+15*******67", service: "GitHub", decision: "allow" },
  ]);
});

test("the last 200 are kept", async () => {
  const log = await DecisionLog.load(path);
  for (let at = 1; at <= 205; at += 1) log.add({ at, agentName: "a", decision: "allow" });
  await log.saved();
  const kept = JSON.parse(readFileSync(path, "utf8")) as { at: number }[];
  expect(kept.map(({ at }) => at)).toEqual(Array.from({ length: 200 }, (_, index) => 205 - index));
});

test.each(["", "junk", "{}", '[{"at":"yesterday"}]'])(
  "a file that holds %j is an empty log",
  async (text) => {
    mkdirSync(join(path, ".."));
    writeFileSync(path, text);
    expect((await DecisionLog.load(path)).all.value).toEqual([]);
  },
);

test("a log that cannot be saved says so and goes on", async () => {
  // A file where the folder should be: root may write where modes forbid it.
  writeFileSync(join(path, ".."), "");
  const log = await DecisionLog.load(path);
  log.add({ at: 1, agentName: "a", decision: "allow" });
  await log.saved();
  expect(log.all.value).toHaveLength(1);
  expect(log.problem.value).toMatch(/could not be saved/);
});
