import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { testCache } from "../support/test-cache.ts";

/** The versions that docs/clients.md speaks of. */
const PACKAGES = ["@anthropic-ai/claude-code@2.1.197", "@openai/codex@0.169.0"];

let installed: Promise<string> | undefined;

/** The folder that has `claude` and `codex`, fetched from npm's registry once a machine. They need no account for this. */
export function clientPrograms(): Promise<string> {
  installed ??= install();
  return installed;
}

async function install(): Promise<string> {
  const folder = path.join(
    testCache(),
    `clients-${PACKAGES.map((name) => name.split("@").at(-1)).join("-")}`,
  );
  const programs = path.join(folder, "node_modules/.bin");
  if (!existsSync(path.join(programs, "codex")))
    await promisify(execFile)("npm", ["install", "--no-audit", "--no-fund", "--prefix", folder, ...PACKAGES]);
  return programs;
}
