import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";

const page = readFileSync(path.join(repositoryRoot, "docs", "troubleshooting.md"), "utf8");

/** Everything that the product may say, with strings that were put together by "+" made whole again. */
const sources = globSync("{server,shared,desktop}/src/**/*.{ts,tsx}", { cwd: repositoryRoot })
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => readFileSync(path.join(repositoryRoot, file), "utf8").replace(/["`] \+\s+["`]/g, ""))
  .join("\n");

test("what docs/troubleshooting.md says that the product says, it says", () => {
  const quoted = [...page.matchAll(/“([^”]+)”/g)].map(([, text = ""]) => text).filter((text) => text !== "…");
  expect(quoted.length).toBeGreaterThan(20);
  expect(quoted.filter((text) => !sources.includes(text))).toEqual([]);
});
