import { appendFileSync, readFileSync } from "node:fs";
import path from "node:path";
import type { AuditPage, AuditReport } from "@agentpass/shared/audit-api";
import type { UsageReport } from "@agentpass/shared/usage-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDemoServer, type DemoServer } from "../../server/src/cli/demo-server.ts";
import { runProgram } from "../support/run-program.ts";

let server: DemoServer;
beforeAll(async () => {
  server = await startDemoServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const audit = (...args: string[]) =>
  runProgram("server/src/cli/agentpass.ts", ["audit", ...args], { AGENTPASS_DATA_DIR: server.dataFolder });

describe("pnpm agentpass audit", () => {
  it("lists who did what, for people and for programs", async () => {
    const listed = await audit("list", "--action", "key");
    expect(listed, listed.stderr).toMatchObject({ exitCode: 0 });
    expect(listed.stdout).toMatch(/^SEQ +AT +WHO +ACTION/);
    expect(listed.stdout).toMatch(/system start +key\.created/);
    const page = JSON.parse((await audit("list", "--limit", "3", "--json")).stdout) as AuditPage;
    expect(page.entries).toHaveLength(3);
    const older = JSON.parse(
      (await audit("list", "--json", "--before", String(page.nextBefore))).stdout,
    ) as AuditPage;
    expect(older.entries[0]?.seq).toBe((page.entries.at(-1)?.seq ?? 0) - 1);
    expect(await audit("list", "--from", "yesterday")).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("2026-11-22"),
    });
  });

  it("holds what was refused to an agent's key", async () => {
    const agentpass = (args: string[], env: Record<string, string> = {}) =>
      runProgram("server/src/cli/agentpass.ts", args, { AGENTPASS_DATA_DIR: server.dataFolder, ...env });
    const made = await agentpass(["key", "create", "--kind", "agent", "--name", "curious", "--json"]);
    const { key } = JSON.parse(made.stdout) as { key: string };
    expect(await agentpass(["audit", "list"], { AGENTPASS_API_KEY: key })).toMatchObject({ exitCode: 4 });
    const refused = async () => (await audit("list", "--action", "call.refused")).stdout;
    await expect
      .poll(refused, { timeout: 10_000 })
      .toMatch(/agent curious +call\.refused +procedure audit\.list/);
  });

  it("exports to stdout and to a new file, never over an old one", async () => {
    const { stdout } = await audit("export");
    const lines = stdout.trimEnd().split("\n");
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({ seq: 1, action: "member.added" });
    const file = path.join(server.dataFolder, "audit.csv");
    expect(await audit("export", "--format", "csv", "--out", file)).toMatchObject({
      exitCode: 0,
      stdout: `${lines.length} entries written to ${file}.\n`,
    });
    expect(readFileSync(file, "utf8").split("\r\n")).toHaveLength(lines.length + 2);
    expect(await audit("export", "--out", file)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("EEXIST"),
    });
  });

  it("verifies the chain, also against heads that were noted earlier, and fails loudly", async () => {
    const report = JSON.parse((await audit("verify", "--json")).stdout) as AuditReport;
    expect(report).toMatchObject({ fault: null, done: true, checked: report.head });
    const { entries } = JSON.parse((await audit("list", "--json", "--limit", "1")).stdout) as AuditPage;
    const head = `${entries[0]?.seq}:${entries[0]?.mac}`;
    const good = await audit("verify", "--head", head);
    expect(good).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("The record is whole") });
    const bad = await audit("verify", "--head", `3:${"0".repeat(64)}`, "--head", head);
    expect(bad).toMatchObject({ exitCode: 6, stderr: expect.stringContaining("Entry 3:") });
    expect(await audit("verify", "--head", "3")).toMatchObject({ exitCode: 2 });
    const noted = {
      at: "2026-11-22T00:00:00.000000Z",
      teamId: await teamId(),
      seq: 999_999,
      mac: "0".repeat(64),
    };
    appendFileSync(path.join(server.dataFolder, "audit-heads.jsonl"), `${JSON.stringify(noted)}\n{"torn`);
    const cut = await audit("verify");
    expect(cut).toMatchObject({ exitCode: 6, stderr: expect.stringContaining("its tail was cut") });
  });
});

describe("pnpm agentpass usage", () => {
  it("sums by what is asked, and refuses what is no day", async () => {
    const usage = (...args: string[]) =>
      runProgram("server/src/cli/agentpass.ts", ["usage", ...args], {
        AGENTPASS_DATA_DIR: server.dataFolder,
      });
    const shown = await usage("--by", "day");
    expect(shown, shown.stderr).toMatchObject({ exitCode: 0 });
    expect(shown.stdout).toMatch(/^DAY +NUMBERS +MESSAGES +CODES +WAITS +TIMEOUTS +MEDIAN +COST USD$/m);
    expect(shown.stdout).toMatch(/^TOTAL +0 +0 +0 +0 +0 +- +0\.00$/m);
    const report = JSON.parse((await usage("--json", "--to", "2026-11-22")).stdout) as UsageReport;
    expect(report).toMatchObject({ from: "2026-10-24", to: "2026-11-22", by: "agent", currency: "USD" });
    expect(await usage("--from", "yesterday")).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("must be a day"),
    });
  });
});

/** From the log of heads that the server itself keeps. */
async function teamId(): Promise<string> {
  const file = path.join(server.dataFolder, "audit-heads.jsonl");
  await expect
    .poll(() => readFileSync(file, { encoding: "utf8", flag: "a+" }), { timeout: 5_000 })
    .toContain("teamId");
  return (JSON.parse(readFileSync(file, "utf8").split("\n")[0] ?? "") as { teamId: string }).teamId;
}
