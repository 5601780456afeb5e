import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunningServer } from "../support/running-server.ts";
import { replay } from "./replay.ts";
import { tasks } from "./tasks.ts";
import { evaluationServer, World } from "./world.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await evaluationServer();
});
afterAll(() => server[Symbol.asyncDispose]());

test.each(tasks.map((task) => [task.name, task] as const))("%s", async (_name, task) => {
  await using world = await World.begin(server);
  expect(await replay(task, world)).toBe(task.corrections);
});
