import { expect, test } from "vitest";
import { testStore, type TestStore } from "../../../test/support/test-store.ts";
import { withTeamLock } from "../store/with-team.ts";
import { exportAudit } from "./export-audit.ts";
import { createKey } from "./create-key.ts";

async function exported(t: TestStore, format: "jsonl" | "csv", filter: object = {}) {
  let text = "";
  let pages = 0;
  for (let after: number | undefined = 0; after !== undefined; pages += 1) {
    const page: Awaited<ReturnType<typeof exportAudit>> = await exportAudit(t.store, t.admin, {
      ...filter,
      format,
      after,
    });
    text += page.text;
    after = page.nextAfter;
  }
  return { text, pages };
}

test("an export has every entry once, oldest first, over several pages", async () => {
  await using t = await testStore();
  await withTeamLock(t.store, t.teamId, async (team) => {
    for (let index = 0; index < 2_100; index += 1) team.record(t.admin, { action: "test.done" });
  });
  const { text, pages } = await exported(t, "jsonl");
  const seqs = text
    .trimEnd()
    .split("\n")
    .map((line) => (JSON.parse(line) as { seq: number }).seq);
  expect(pages).toBe(3);
  expect(seqs).toEqual(Array.from({ length: 2_112 }, (_, index) => index + 1));
  const csv = await exported(t, "csv");
  expect(csv.text.split("\r\n")).toHaveLength(2_112 + 2);
  expect(csv.text.match(/^seq,at,action,/gm)).toHaveLength(1);
});

test("a name that is a formula stays text in a CSV, and is whole in JSON Lines", async () => {
  await using t = await testStore();
  const name = '=HYPERLINK("https://evil.example","a, b")';
  await createKey(t.store, t.admin, { kind: "agent", name });
  const filter = { action: "agent.created" };
  const csv = await exported(t, "csv", filter);
  expect(csv.text).toContain(`"'${name.replaceAll('"', '""')}"`);
  expect(csv.text).not.toMatch(/(^|,)"?=/m);
  const { text } = await exported(t, "jsonl", filter);
  expect(JSON.parse(text)).toMatchObject({ subject: { name }, after: { name }, actor: { name: "Owner" } });
});
