import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildExecutable, executableName } from "../../desktop/scripts/bridge/executable.ts";
import { writeNpmPackage } from "../../desktop/scripts/bridge/npm-package.ts";
import { checkoutBridge, type BridgeCommand } from "./bridge-process.ts";
import { testCache } from "./test-cache.ts";

const desktop = fileURLToPath(new URL("../../desktop", import.meta.url));
const UNUSED_MS = 3_600_000;

/** Absolute paths of the bridge as it is given to people. */
export interface BridgeBuilds {
  /** The unpacked npm package. */
  npmPackage: string;
  executable: string;
}

/** What a client is configured to start, for each form in which people get the bridge. */
export function commandsOf({ npmPackage, executable }: BridgeBuilds): BridgeCommand[] {
  const installed = join(npmPackage, "bin/agentpass-mcp.js");
  return [
    checkoutBridge,
    { form: "the npm package", command: process.execPath, args: [installed] },
    { form: "the executable", command: executable, args: [] },
  ];
}

/** The bridge of this checkout in every form: made in three seconds, and in one where it was made before of the same content. */
export function bridgeBuilds(): BridgeBuilds {
  const cache = testCache();
  const work = mkdtempSync(join(cache, "building-"));
  try {
    const vite = join(desktop, "node_modules/.bin/vite");
    const options = [
      "--config",
      "bridge.vite.config.ts",
      "--logLevel",
      "warn",
      "--emptyOutDir",
      "--outDir",
      work,
    ];
    execFileSync(vite, ["build", ...options], { cwd: desktop, stdio: ["ignore", "ignore", "inherit"] });
    const made = join(work, "made");
    mkdirSync(made);
    writeNpmPackage(work, join(made, "npm"));
    const kept = join(cache, `bridge-${contentHash(join(made, "npm"))}`);
    if (!existsSync(kept)) {
      removeUnused(cache);
      buildExecutable(join(work, "agentpass-mcp.cjs"), join(made, executableName));
      // Of two that build at once one wins.
      if (!existsSync(kept)) renameSync(made, kept);
    }
    utimesSync(kept, new Date(), new Date());
    return { npmPackage: join(kept, "npm"), executable: join(kept, executableName) };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function contentHash(folder: string): string {
  const hash = createHash("sha256").update(`${process.version} ${process.arch}`);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)));
  hash.update(readFileSync(join(desktop, "scripts/bridge/executable.ts")));
  return hash.digest("hex").slice(0, 24);
}

/** 128 MB each. */
function removeUnused(cache: string): void {
  for (const name of readdirSync(cache).filter((found) => found.startsWith("bridge-"))) {
    const age = Date.now() - statSync(join(cache, name)).mtimeMs;
    if (age > UNUSED_MS) rmSync(join(cache, name), { recursive: true, force: true });
  }
}
