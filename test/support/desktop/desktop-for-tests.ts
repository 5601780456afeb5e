/** Once a run: builds the app, finds an Electron, starts a display. */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { installedElectron } from "../../../desktop/scripts/electron-binary.ts";
import { borrowedElectron } from "./borrowed-electron.ts";

/** Where the tests find it, or why there is none. */
export type DesktopForTests = { executable: string; display: string } | { missing: string };

declare module "vitest" {
  interface ProvidedContext {
    desktop: DesktopForTests;
  }
}

export default async function setUp(project: TestProject): Promise<() => void> {
  const found = await findDesktop();
  if ("missing" in found) {
    // CI sets this: there a skipped suite would be a silent hole.
    if (process.env["AGENTPASS_REQUIRE_DESKTOP"] === "1")
      throw new Error(`No desktop suite: ${found.missing}`);
    process.stdout.write(`The desktop suite is skipped: ${found.missing}\n`);
    project.provide("desktop", found);
    return () => {};
  }
  buildApp();
  const { server, display } = await startDisplay();
  project.provide("desktop", { executable: found.executable, display });
  return () => server.kill();
}

/** Into desktop/out, in about a second. */
export function buildApp(): void {
  const desktop = fileURLToPath(new URL("../../../desktop", import.meta.url));
  execFileSync("pnpm", ["--silent", "build", "--logLevel", "warn"], {
    cwd: desktop,
    stdio: ["ignore", "ignore", "inherit"],
  });
}

/** The Electron that tests run, or why there is none. */
export async function findDesktop(): Promise<{ executable: string } | { missing: string }> {
  if (process.platform !== "linux") return { missing: "it is written for Linux with Xvfb." };
  if (!existsSync("/usr/bin/Xvfb"))
    return { missing: "Xvfb is not installed (Debian: apt-get install xvfb)." };
  const executable = installedElectron(process.env);
  if (executable !== null) return { executable };
  if (process.arch !== "x64") return { missing: "there is no Electron, and one to borrow is for x64 only." };
  try {
    return { executable: await borrowedElectron() };
  } catch (error) {
    return { missing: `no Electron could be had: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** A display of one's own, without a desktop on it; kill `server` in the end. */
export async function startDisplay(): Promise<{ server: ChildProcess; display: string }> {
  const server = spawn(
    "Xvfb",
    ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp", "-ac"],
    {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    },
  );
  const [number] = (await once(createInterface(server.stdio[3] as Readable), "line")) as [string];
  return { server, display: `:${number}` };
}
