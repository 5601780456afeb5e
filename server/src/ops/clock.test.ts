import { expect, test } from "vitest";
import { createClock } from "./clock.ts";

test("the clock is as fine as the monotonic one and follows the wall clock over a sleep", () => {
  const time = { wall: 1_000_000, monotonic: 500 };
  const clock = createClock(
    () => time.wall,
    () => time.monotonic,
  );
  time.wall += 1;
  time.monotonic += 1.25;
  expect(clock()).toBe(1_000_001.25);
  // Asleep: only the wall clock goes on.
  time.wall += 3_600_000;
  expect(clock()).toBe(time.wall);
  time.monotonic += 0.5;
  expect(clock()).toBe(time.wall + 0.5);
});
