import { describe, expect, it } from "vitest";
import { verifies } from "../support/verifies.ts";
import { runProgram } from "../support/run-program.ts";

const DEMO = "server/src/cli/demo.ts";

describe("pnpm demo", () => {
  it("exits 0 when an agent got the code, and prints each hop's time", async () => {
    const demo = await runProgram(DEMO, []);
    expect(demo, demo.stdout + demo.stderr).toMatchObject({ exitCode: 0, stderr: "" });
    expect(demo.stdout).toMatch(/answered with the code \d{6}\./);
    const hops = [...demo.stdout.matchAll(/^ {2}(.*\S) +(\d+\.\d) ms$/gm)].map(([, name, ms]) => ({
      name,
      ms: Number(ms),
    }));
    expect(hops.map(({ name }) => name)).toEqual([
      "webhook sent",
      "webhook received",
      "being stored",
      "matched to the wait",
      "pushed",
      "answered to the agent",
    ]);
    expect(hops.map(({ ms }) => ms)).toEqual(hops.map(({ ms }) => ms).toSorted((a, b) => a - b));
  });

  it.each([
    { why: "the webhook is refused", part: "webhook", sent: "403 after", got: "none (timeout)" },
    { why: "the agent's bridge is stuck", part: "agent", sent: "200 after", got: "none (no answer)" },
  ])(verifies("demo", "exits 1 when $why"), async ({ part, sent, got }) => {
    const demo = await runProgram(DEMO, ["--break", part, "--timeout", "2000"]);
    expect(demo.exitCode, demo.stdout + demo.stderr).toBe(1);
    expect(demo.stdout).toContain(sent);
    expect(demo.stdout).toContain(`the agent got ${got}`);
  });
});
