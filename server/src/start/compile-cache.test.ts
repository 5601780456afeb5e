import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../test/support/temporary-folder.ts";

const here = JSON.stringify(join(import.meta.dirname, "compile-cache.ts"));
const program = `import { useCompileCache } from ${here}; useCompileCache(); await import("node:module").then((m) => m.flushCompileCache());`;

/** Whether a program that is told of this data folder keeps its compiled code there. */
function isKeptIn(folder: string): boolean {
  const env = { ...process.env, AGENTPASS_DATA_DIR: folder, AGENTPASS_ENV_FILE: "/dev/null" };
  delete (env as Record<string, unknown>)["NODE_COMPILE_CACHE"];
  execFileSync(process.execPath, ["--input-type=module", "--eval", program], { env });
  return existsSync(join(folder, "compile-cache"));
}

test("compiled code is kept in a data folder of one's own", () => {
  expect(isKeptIn(temporaryFolder())).toBe(true);
});

test("not in one where others can write, nor in one that is not there yet", () => {
  const folder = temporaryFolder();
  chmodSync(folder, 0o777);
  expect(isKeptIn(folder)).toBe(false);
  rmSync(folder, { recursive: true });
  expect(isKeptIn(folder)).toBe(false);
});

test("a folder that cannot be looked at ends no program: its own words for that come later", () => {
  const folder = join(temporaryFolder(), "loop");
  symlinkSync(folder, folder);
  expect(isKeptIn(folder)).toBe(false);
});

test.skipIf(process.getuid?.() !== 0)("nor in another user's, who could put code for us to run", () => {
  const folder = temporaryFolder();
  chownSync(folder, 65_534, 65_534);
  expect(isKeptIn(folder)).toBe(false);
});
