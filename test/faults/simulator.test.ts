/** Each of `pnpm simulate`'s scenarios, as a person types it: docs/simulator.md. */
import { expect, test } from "vitest";
import { scenarios } from "../../server/src/cli/simulate/scenarios.ts";
import { runProgram } from "../support/run-program.ts";
import { RunningServer } from "../support/running-server.ts";

test("what must hold under each scenario holds on a real server", async () => {
  await using server = await RunningServer.start();
  for (const { name } of scenarios.filter((scenario) => scenario.server === "running")) {
    const args = ["--scenario", name, "--json"];
    const end = await runProgram("server/src/cli/simulate.ts", args, server.environment);
    expect(end, end.stderr + end.stdout).toMatchObject({ exitCode: 0, stderr: "" });
    expect(JSON.parse(end.stdout)).toMatchObject({ scenario: name, held: true });
  }
});

test("30038 shows a wait end with provider_blocked, where no server runs", async () => {
  const end = await runProgram("server/src/cli/simulate.ts", ["--scenario", "30038"]);
  expect(end, end.stderr + end.stdout).toMatchObject({ exitCode: 0, stderr: "" });
  expect(end.stdout).toContain("held    the agent's wait ends with provider_blocked");
});
