import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** What Node looks for in itself to know that it carries a program (nodejs.org/api/single-executable-applications.html). */
const FUSE = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2";

/** What the bridge's executable is called on this platform. */
export const executableName = process.platform === "win32" ? "agentpass-mcp.exe" : "agentpass-mcp";

/**
 * Makes the program of `bundle`, a file of CommonJS, an executable of its own at `target`: the Node that runs this, with
 * the program and its compiled code in it. Two seconds, 128 MB. For this platform only; throws where this Node is not
 * one whole file, as a distribution's may be.
 */
export function buildExecutable(bundle: string, target: string): void {
  const work = mkdtempSync(join(dirname(target), ".executable-"));
  try {
    const made = join(work, executableName);
    const blob = join(work, "program.blob");
    const config = join(work, "config.json");
    const settings = {
      // Kept in the executable as it is written here: nobody is to read there who built it where.
      main: basename(bundle),
      output: blob,
      disableExperimentalSEAWarning: true,
      // A fifth of the time to start. It makes no two builds the same: a fixed --hash-seed would, but then V8 refuses it.
      useCodeCache: true,
    };
    writeFileSync(config, JSON.stringify(settings));
    run(process.execPath, ["--experimental-sea-config", config], dirname(bundle));
    copyFileSync(process.execPath, made);
    chmodSync(made, 0o755);
    const isMac = process.platform === "darwin";
    // The signature holds for what it was before; macOS runs nothing without one.
    if (isMac) run("codesign", ["--remove-signature", made]);
    const postject = require.resolve("postject/dist/cli.js");
    const segment = isMac ? ["--macho-segment-name", "NODE_SEA"] : [];
    run(process.execPath, [postject, made, "NODE_SEA_BLOB", blob, "--sentinel-fuse", FUSE, ...segment]);
    if (isMac) run("codesign", ["--sign", "-", made]);
    renameSync(made, target);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** What it prints shows where it fails; postject warns of each section without a name. */
function run(command: string, args: readonly string[], cwd?: string): void {
  execFileSync(command, args, { cwd, stdio: ["ignore", "ignore", "pipe"] });
}
