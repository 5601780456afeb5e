import { expect, test } from "vitest";
import { testStore } from "../../../test/support/test-store.ts";
import { Stopwatch } from "../../../test/support/stopwatch.ts";
import { withTeamLock } from "../store/with-team.ts";
import { createTeamStreams } from "./team-streams.ts";
import { verifies } from "../../../test/support/verifies.ts";

const SOON = { timeout: 10_000, interval: 5 };

test(verifies("F4", "an event whose wake-up was lost reaches its followers within 1 s"), async () => {
  await using t = await testStore();
  const wakeUps: string[] = [];
  t.store.wakeUp = (teamId) => wakeUps.push(teamId);
  const streams = createTeamStreams(t.store, () => {});
  const heard: number[] = [];
  const { stop, headSeq } = await streams.follow(t.teamId, (events) =>
    heard.push(...events.map(({ seq }) => seq)),
  );
  try {
    for (let round = 1; round <= 5; round += 1) {
      await withTeamLock(t.store, t.teamId, async (team) => void team.emit({ type: "number.changed" }));
      const committed = new Stopwatch();
      await expect.poll(() => heard.length, SOON).toBe(round);
      expect(committed.ms()).toBeLessThan(1_000);
    }
    expect(heard).toEqual([1, 2, 3, 4, 5].map((round) => headSeq + round));
    expect(wakeUps, "the hints went nowhere").toHaveLength(5);
  } finally {
    stop();
    streams.close();
  }
});
