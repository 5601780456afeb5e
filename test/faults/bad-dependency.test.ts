/** T15: what a dependency must not be, refused by this repository's own settings in the install that CI begins with. */
import { execFile } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";
import { packageRegistry } from "../support/package-registry.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { verifies } from "../support/verifies.ts";

const DAY_MS = 86_400_000;
const OLD = Date.now() - 30 * DAY_MS;

/** An empty workspace with this repository's settings that depends on these packages. */
function workspace(dependencies: Record<string, string>): string {
  const folder = temporaryFolder();
  copyFileSync(join(repositoryRoot, "pnpm-workspace.yaml"), join(folder, "pnpm-workspace.yaml"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "w", private: true, dependencies }));
  for (const name of ["shared", "server", "desktop", "test"]) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "package.json"), JSON.stringify({ name, private: true }));
  }
  return folder;
}

const install = (
  folder: string,
  { url, args = [] }: { url: string; args?: string[] },
): Promise<{ ok: boolean; output: string }> =>
  new Promise((resolve) => {
    const { PATH } = process.env;
    writeFileSync(join(folder, ".npmrc"), `registry=${url}\n`);
    const env = { PATH, HOME: folder, XDG_DATA_HOME: folder, XDG_CACHE_HOME: folder, CI: "true" };
    execFile("pnpm", ["install", ...args], { cwd: folder, env }, (error, stdout, stderr) =>
      resolve({ ok: error === null, output: stdout + stderr }),
    );
  });

const ran = (folder: string): boolean => existsSync(join(folder, "ran"));

test("a package that is older than three days and runs nothing is installed", async () => {
  await using registry = await packageRegistry([{ name: "good-one", publishedAt: OLD }]);
  const folder = workspace({ "good-one": "1.0.0" });
  const { ok, output } = await install(folder, { url: registry.url, args: ["--no-frozen-lockfile"] });
  expect(output, output).toContain("good-one");
  expect(ok).toBe(true);
  expect(existsSync(join(folder, "node_modules", "good-one"))).toBe(true);
});

test(verifies("T15", "a package that was published yesterday is refused"), async () => {
  await using registry = await packageRegistry([{ name: "new-one", publishedAt: Date.now() - DAY_MS }]);
  const folder = workspace({ "new-one": "1.0.0" });
  const { ok, output } = await install(folder, { url: registry.url, args: ["--no-frozen-lockfile"] });
  expect(ok, output).toBe(false);
  expect(output).toMatch(/minimumReleaseAge|minimum release age|maturity/i);
});

test(
  verifies("T15", "a package whose build script nobody named is refused, and the script is not run"),
  async () => {
    const folder = workspace({ "script-one": "1.0.0" });
    const scripts = { postinstall: `touch ${join(folder, "ran")}` };
    await using registry = await packageRegistry([{ name: "script-one", publishedAt: OLD, scripts }]);
    const { ok, output } = await install(folder, { url: registry.url, args: ["--no-frozen-lockfile"] });
    expect(ran(folder)).toBe(false);
    expect(ok, output).toBe(false);
    expect(output).toMatch(/script-one/);
  },
);

test(
  verifies("T15", "a package that the lock file does not know is refused by the install that CI begins with"),
  async () => {
    expect(readFileSync(join(repositoryRoot, ".ci/run"), "utf8")).toMatch(
      /^step "install" .*--frozen-lockfile$/m,
    );
    await using registry = await packageRegistry([
      { name: "good-one", publishedAt: OLD },
      { name: "other-one", publishedAt: OLD },
    ]);
    const folder = workspace({ "good-one": "1.0.0" });
    await install(folder, { url: registry.url, args: ["--no-frozen-lockfile"] });
    const changed = { name: "w", private: true, dependencies: { "good-one": "1.0.0", "other-one": "1.0.0" } };
    writeFileSync(join(folder, "package.json"), JSON.stringify(changed));
    const { ok, output } = await install(folder, { url: registry.url, args: ["--frozen-lockfile"] });
    expect(ok, output).toBe(false);
    expect(output).toContain("frozen-lockfile");
  },
);

test(verifies("T15", "every dependency is of one exact version"), () => {
  const ranges = ["", "shared", "server", "desktop", "test"].flatMap((name) => {
    const file = readFileSync(join(repositoryRoot, name, "package.json"), "utf8");
    const { dependencies = {}, devDependencies = {} } = JSON.parse(file) as Record<
      string,
      Record<string, string>
    >;
    return Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^(\d+\.\d+\.\d+(-[\w.]+)?|workspace:\*|npm:.+@\d+\.\d+\.\d+)$/.test(version),
    );
  });
  expect(ranges).toEqual([]);
});
