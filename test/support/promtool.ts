import { spawnSync } from "node:child_process";

/** Debian's package `prometheus` has it; CI installs it (.ci/run). Without it these checks are skipped. */
export const hasPromtool = spawnSync("promtool", ["--version"]).status === 0;

/** Runs promtool; gives all that it says, and whether it was content. */
export function promtool(args: readonly string[], input = ""): { ok: boolean; output: string } {
  const { status, stdout, stderr } = spawnSync("promtool", args, { input, encoding: "utf8" });
  return { ok: status === 0, output: stdout + stderr };
}
