import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Presence } from "./presence.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("a panel that comes late is found", async () => {
  let isThere = false;
  const { present } = new Presence({ isThere: async () => isThere, patience: 0 });
  await vi.advanceTimersByTimeAsync(0);
  expect(present.value).toBe(false);
  isThere = true;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(present.value).toBe(true);
});

test("at login it is waited for before anybody says that there is none", async () => {
  const { present } = new Presence({ isThere: async () => false, patience: 2 });
  await vi.advanceTimersByTimeAsync(2_000);
  expect(present.value).toBeNull();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(present.value).toBe(false);
});
