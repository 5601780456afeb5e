import { sql } from "kysely";
import { expect, test } from "vitest";
import { testStore, type TestStore } from "../../../test/support/test-store.ts";
import { settingNames, settingsChange } from "../domain/settings-change.ts";
import { teamSettings } from "../domain/team-settings.ts";
import { withTeam } from "../store/with-team.ts";
import { createKey } from "./create-key.ts";
import { getSettings, setSettings } from "./settings.ts";
import { signIn } from "./sign-in.ts";

const HOUR_MS = 3_600_000;

async function entries(t: TestStore): Promise<unknown[]> {
  return withTeam(t.store, t.teamId, async (trx) => {
    const { rows } = await sql<{
      entry: string;
    }>`select entry from audit where action = 'settings.changed' order by seq`.execute(trx);
    return rows.map(({ entry }) => JSON.parse(entry) as unknown);
  });
}

test("every setting has a sentence, a default that it takes itself, and a name that says its unit", async () => {
  await using t = await testStore();
  const all = await getSettings(t.store, t.admin);
  expect(all.map(({ name }) => name)).toEqual(settingNames);
  for (const { name, description, value, default: standard } of all) {
    expect(description, name).toMatch(/^[A-Z].*\.$/);
    expect(value, name).toEqual(standard);
    expect(settingsChange.parse({ [name]: standard })).toEqual({ [name]: standard });
    expect(/Ms$|Millis|Seconds|Hours|Minutes/.test(name) && !name.endsWith("Ms"), name).toBe(false);
  }
});

test("a change holds from the next call on, says what differs, and is on record with before and after", async () => {
  await using t = await testStore();
  const { changed } = await setSettings(t.store, t.admin, {
    change: { quarantineMs: HOUR_MS, maxLeasesPerAgent: 3 },
    reset: [],
  });
  expect(changed).toMatchObject([{ name: "quarantineMs", value: HOUR_MS, default: 24 * HOUR_MS }]);
  expect(await entries(t)).toMatchObject([
    {
      action: "settings.changed",
      actor: { kind: "admin", memberId: t.admin.memberId },
      before: { quarantineMs: 24 * HOUR_MS },
      after: { quarantineMs: HOUR_MS },
    },
  ]);
  const agent = await t.agent("a");
  await setSettings(t.store, t.admin, { change: { maxLeasesPerAgent: 1 }, reset: [] });
  await agent.number("one");
  await expect(agent.number("two")).rejects.toMatchObject({ problem: { code: "limit_reached" } });
});

test("no change is no entry and no event, and a reset goes back to the default", async () => {
  await using t = await testStore();
  await setSettings(t.store, t.admin, { change: { agentBodies: false }, reset: [] });
  t.wakeUps.length = 0;
  expect(await setSettings(t.store, t.admin, { change: { agentBodies: false }, reset: [] })).toEqual({
    changed: [],
  });
  expect(t.wakeUps).toEqual([]);
  expect(await entries(t)).toHaveLength(1);
  const { changed } = await setSettings(t.store, t.admin, { change: {}, reset: ["agentBodies"] });
  expect(changed).toMatchObject([{ name: "agentBodies", value: true }]);
  expect(t.wakeUps).toEqual([t.teamId]);
});

test("two admins at once both have their change", async () => {
  await using t = await testStore();
  await Promise.all([
    setSettings(t.store, t.admin, { change: { quarantineMs: HOUR_MS }, reset: [] }),
    setSettings(t.store, t.admin, { change: { leaseIdleMs: 2 * HOUR_MS }, reset: [] }),
  ]);
  const all = Object.fromEntries(
    (await getSettings(t.store, t.admin)).map(({ name, value }) => [name, value]),
  );
  expect(all).toMatchObject({ quarantineMs: HOUR_MS, leaseIdleMs: 2 * HOUR_MS });
});

test.each([
  { quarantineMs: -1 },
  { quarantineMs: 1.5 },
  { quarantineMs: "24h" },
  { quarantineMs: 1e15 },
  { leaseIdleMs: 59_999 },
  { agentBodies: "off" },
  { unknown: 1 },
])("refuses %j and names the field", (change) => {
  const { error } = settingsChange.safeParse(change);
  expect(JSON.stringify(error?.issues)).toContain(Object.keys(change)[0]);
});

test("a change is refused from the moment the admin's key is revoked", async () => {
  await using t = await testStore();
  const { key, id } = await createKey(t.store, t.admin, { kind: "admin", name: "second" });
  const { viewer } = await signIn(t.store, key);
  await withTeam(t.store, t.teamId, (trx) =>
    sql`update keys set revoked_at = now() where id = ${id}`.execute(trx),
  );
  await expect(
    setSettings(t.store, viewer as typeof t.admin, { change: { agentBodies: false }, reset: [] }),
  ).rejects.toMatchObject({ problem: { code: "not_signed_in" } });
  const all = await getSettings(t.store, t.admin);
  expect(all).toContainEqual(expect.objectContaining({ name: "agentBodies", value: true }));
});

test("what a team has stored is read with today's defaults for the rest", () => {
  expect(teamSettings.parse({ quarantineMs: 5 })).toEqual({ ...teamSettings.parse({}), quarantineMs: 5 });
});
