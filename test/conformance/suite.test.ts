import { ProblemError } from "@agentpass/shared/problem";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Bridge } from "../../desktop/src/bridge/bridge.ts";
import { createBridgeServer } from "../../desktop/src/bridge/bridge-server.ts";
import { listScenarios, runScenarios, type ScenarioOutcome } from "../support/conformance-suite.ts";
import { McpOverHttp } from "../support/mcp-over-http.ts";
import { leftOut } from "./left-out.ts";

const named = new Set(leftOut.flatMap(({ of }) => of));
const revisions = ["2025-06-18", "2025-11-25", "2026-07-28"];

let mounting: McpOverHttp;
beforeAll(async () => {
  const bridge = new Bridge(() =>
    Promise.reject(new ProblemError({ code: "unavailable", message: "No server in this test." })),
  );
  mounting = await McpOverHttp.start(({ era }) => createBridgeServer(bridge, era));
});
afterAll(async () => {
  await mounting[Symbol.asyncDispose]();
});

for (const revision of revisions) {
  test(`the bridge passes MCP's conformance suite of ${revision}, but for what is left out by name`, async () => {
    const outcomes = await runScenarios(mounting.url, revision);
    const applicable = (await listScenarios()).filter((scenario) => scenario.revisions.includes(revision));
    expect(outcomes.map(({ scenario }) => scenario).toSorted()).toEqual(
      applicable.map(({ name }) => name).toSorted(),
    );
    expect(outcomes.flatMap(faults)).toEqual([]);
    expect(outcomes.flatMap(passedAfterAll), "no longer to be left out").toEqual([]);
  });
}

test("every scenario of the suite belongs to a revision that is run, or is left out by name", async () => {
  const all = await listScenarios();
  expect(all.length).toBeGreaterThan(60);
  const forgotten = all.filter(
    (scenario) =>
      !scenario.revisions.some((revision) => revisions.includes(revision)) && !named.has(scenario.name),
  );
  expect(forgotten).toEqual([]);
  const names = new Set(all.map(({ name }) => name));
  expect([...named].filter((entry) => !names.has(entry.replace(/:.*/, "")))).toEqual([]);
});

function faults({ scenario, passed, failed }: ScenarioOutcome): string[] {
  if (named.has(scenario)) return [];
  if (passed.length === 0) return [`${scenario} checked nothing`];
  return failed
    .filter(({ id }) => !named.has(`${scenario}:${id}`))
    .map(({ id, message }) => `${scenario}:${id}: ${message}`);
}

function passedAfterAll({ scenario, passed, failed }: ScenarioOutcome): string[] {
  if (named.has(scenario)) return failed.length === 0 ? [scenario] : [];
  return passed.map((id) => `${scenario}:${id}`).filter((entry) => named.has(entry));
}
