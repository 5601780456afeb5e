import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunningServer } from "../support/running-server.ts";
import { serverWithManyNumbers } from "../support/many-numbers.ts";
import { replay } from "./replay.ts";
import { tasks } from "./tasks.ts";
import { World } from "./world.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await serverWithManyNumbers();
});
afterAll(() => server[Symbol.asyncDispose]());

test.each(tasks.map((task) => [task.name, task] as const))("%s", async (_name, task) => {
  await using world = await World.begin(server);
  expect(await replay(task, world)).toBe(task.corrections);
});

test("docs/tools.md says how many corrections the tasks need", () => {
  const [none, one, two] = [0, 1, 2].map(
    (count) => tasks.filter(({ corrections }) => corrections === count).length,
  );
  const docs = readFileSync(new URL("../../docs/tools.md", import.meta.url), "utf8").replaceAll("\n", " ");
  expect(docs).toContain(`holds ${tasks.length} tasks`);
  expect(docs).toContain(`${none} without a correction, ${one} with one, ${two} with two`);
});
