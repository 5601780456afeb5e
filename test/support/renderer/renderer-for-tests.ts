/** Once a run: builds the windows' pages and finds a browser. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

/** Which browser the tests drive, or why there is none. */
export type BrowserForTests = { executable: string } | { missing: string };

declare module "vitest" {
  interface ProvidedContext {
    browser: BrowserForTests;
  }
}

const CHROMIUM = "/usr/bin/chromium";

export default function setUp(project: TestProject): void {
  if (!existsSync(CHROMIUM)) {
    const missing = `${CHROMIUM} is not installed (Debian: apt-get install chromium).`;
    // CI sets this: there a skipped suite would be a silent hole.
    if (process.env["AGENTPASS_REQUIRE_DESKTOP"] === "1") throw new Error(`No renderer suite: ${missing}`);
    process.stdout.write(`The renderer suite is skipped: ${missing}\n`);
    return project.provide("browser", { missing });
  }
  execFileSync("pnpm", ["--silent", "build", "--logLevel", "warn"], {
    cwd: fileURLToPath(new URL("../../../desktop", import.meta.url)),
    stdio: ["ignore", "ignore", "inherit"],
  });
  project.provide("browser", { executable: CHROMIUM });
}
