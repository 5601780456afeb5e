import type { AgentMessage, MessageState } from "@agentpass/shared/agent-api";
import { verifies } from "../../../test/support/verifies.ts";
import { expect, test } from "vitest";
import { MessageWatch } from "./message-watch.ts";

function watched() {
  const states = new Map<string, MessageState>();
  const shown: string[] = [];
  const failures: unknown[] = [];
  let away: Error | null = null;
  const fetches: string[][] = [];
  const message = (id: string): AgentMessage => ({
    id,
    from: "+12025550100",
    to: "+15551234567",
    receivedAt: "2026-01-01T00:00:00.000Z",
    state: states.get(id) ?? "available",
    otp: null,
    simulated: true,
  });
  const watch = new MessageWatch({
    begin: async () => [],
    fetch: async (ids) => {
      fetches.push(ids);
      await Promise.resolve();
      if (away) throw away;
      return ids.map(message);
    },
    show: ({ id, state }) => shown.push(`${id} ${state}`),
    isFinal: (error) => (error as Error).message === "revoked",
    onFailure: (error) => failures.push(error),
  });
  return { watch, states, shown, failures, fetches, setAway: (error: Error | null) => void (away = error) };
}

test(
  verifies("watch", "each message is shown once a state, in order, however often it is named"),
  async () => {
    const t = watched();
    for (const id of ["a", "b", "a", "c", "b"]) t.watch.hear(id);
    await expect.poll(() => t.shown).toEqual(["a available", "b available", "c available"]);
    t.states.set("b", "consumed");
    for (const id of ["a", "b", "b"]) t.watch.hear(id);
    await expect.poll(() => t.shown).toEqual(["a available", "b available", "c available", "b consumed"]);
  },
);

test("what could not be fetched is fetched when the server is back, and in its order", async () => {
  const t = watched();
  t.setAway(new Error("unreachable"));
  t.watch.hear("a");
  t.watch.hear("b");
  await expect.poll(() => t.fetches.length).toBeGreaterThan(1);
  t.watch.hear("c");
  t.setAway(null);
  await expect.poll(() => t.shown).toEqual(["a available", "b available", "c available"]);
});

test("a hundred messages are fetched fifty at a time", async () => {
  const t = watched();
  t.watch.begin();
  const ids = Array.from({ length: 100 }, (_, index) => `m${index}`);
  for (const id of ids) t.watch.hear(id);
  await expect.poll(() => t.shown).toEqual(ids.map((id) => `${id} available`));
  for (const fetched of t.fetches) expect(fetched.length).toBeLessThanOrEqual(50);
});

test("a refusal ends it, once, and nothing is shown after", async () => {
  const t = watched();
  t.setAway(new Error("revoked"));
  t.watch.hear("a");
  await expect.poll(() => t.failures).toHaveLength(1);
  t.setAway(null);
  t.watch.hear("b");
  expect(t.shown).toEqual([]);
});
