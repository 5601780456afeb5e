import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";
import { patchFiles } from "../patches/patch-file.ts";
import { requirements } from "../requirements.ts";

const ids = Object.keys(requirements);

/** The ids that tests cite, each with the files that do. */
function citations(): Map<string, string[]> {
  const files = globSync("{server,shared,desktop,test}/**/*.test.ts", {
    cwd: repositoryRoot,
    exclude: (name) => path.basename(name) === "node_modules",
  });
  const found = new Map<string, string[]>();
  for (const file of files) {
    const text = readFileSync(path.join(repositoryRoot, file), "utf8");
    for (const [, list = ""] of text.matchAll(/\bverifies\(\s*(\[[^\]]*\]|"[^"]*")/g))
      for (const [, id = ""] of list.matchAll(/"([^"]*)"/g)) found.set(id, [...(found.get(id) ?? []), file]);
  }
  return found;
}

test("every requirement is cited by a test, and taken away by a patch whose test cites it", () => {
  const cited = citations();
  const patches = patchFiles();
  const patched = new Set(patches.map(({ id }) => id));
  expect([...cited.keys()].filter((id) => !ids.includes(id))).toEqual([]);
  expect(ids.filter((id) => !cited.has(id))).toEqual([]);
  expect(ids.filter((id) => !patched.has(id))).toEqual([]);
  expect(patches.filter(({ id }) => !ids.includes(id)).map(({ name }) => name)).toEqual([]);
  expect(patches.filter(({ id, test }) => !cited.get(id)?.includes(test)).map(({ name }) => name)).toEqual(
    [],
  );
});

test.each(patchFiles())("$name still applies", ({ file }) => {
  const apply = (): Buffer =>
    execFileSync("git", ["apply", "--check", "-C1", file], { cwd: repositoryRoot, stdio: "pipe" });
  expect(apply).not.toThrow();
});
