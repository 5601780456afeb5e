import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";
import { freePort } from "../support/free-port.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const hasPrometheus = ["prometheus", "promtool"].every(
  (program) => spawnSync(program, ["--version"]).status === 0,
);

const page = readFileSync(path.join(repositoryRoot, "docs", "operations.md"), "utf8");

/** The script of docs/operations.md, to the letter. */
function script(): string {
  const [, found] = /```bash\n([\s\S]*?)```/.exec(page) ?? [];
  if (found === undefined) throw new Error("docs/operations.md holds no script");
  return found;
}

/** Debian's package `prometheus` has both programs; CI installs it (.ci/run). */
test.skipIf(!hasPrometheus)(
  "the script of docs/operations.md leads from nothing to a Prometheus that reads the server",
  async () => {
    const child = spawn("bash", ["-c", script()], {
      cwd: repositoryRoot,
      env: {
        PATH: process.env["PATH"],
        HOME: process.env["HOME"],
        TMPDIR: temporaryFolder(),
        PORT: String(await freePort()),
        METRICS_PORT: String(await freePort()),
        PROMETHEUS_PORT: String(await freePort()),
        AGENTPASS_ENV_FILE: "/dev/null",
      },
      stdio: ["ignore", "pipe", "pipe"],
      // Its trap ends what it started.
      timeout: 100_000,
    });
    const [out, err, [exitCode]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, "exit") as Promise<[number | null]>,
    ]);
    expect(exitCode, `${out}\n${err}`).toBe(0);
    expect(out).toContain('agentpass_numbers{state="available"} 10');
    expect(out).toContain("1 rule files found");
    expect(out).toMatch(/agentpass_database_up|\{.*job="agentpass".*\} => 1/);
  },
  120_000,
);

test("docs/operations.md names variables that there are", () => {
  const example = readFileSync(path.join(repositoryRoot, ".env.example"), "utf8");
  const named = new Set(page.match(/\b(?:METRICS|ALERT|OTEL|AGENTPASS)_[A-Z_]*[A-Z]\b/g));
  expect(named.size).toBeGreaterThan(5);
  const known = (name: string): boolean => example.includes(`${name.replace(/_FILE$/, "")}=`);
  expect([...named].filter((name) => !known(name))).toEqual([]);
});
