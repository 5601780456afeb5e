/** `pnpm tray`: builds the app (well under a second) and starts it in Electron. */
import { build } from "electron-vite";
import { spawn, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { installedElectron } from "./electron-binary.ts";

const folder = fileURLToPath(new URL("..", import.meta.url));

/** The executable; null, with the reason on stderr, where there is none. */
function electron(): string | null {
  const installed = installedElectron(process.env);
  if (installed !== null) return installed;
  process.stderr.write("Electron is fetched from GitHub, this once.\n");
  const installer = createRequire(import.meta.url).resolve("electron/install.js");
  spawnSync(process.execPath, [installer], { stdio: "inherit" });
  const fetched = installedElectron(process.env);
  if (fetched !== null) return fetched;
  process.stderr.write(
    "There is no Electron to run the tray app with: it could not be fetched from GitHub, and ELECTRON_OVERRIDE_DIST_PATH " +
      "names no folder that holds one. Get the connection to github.com, or unpack an Electron and set that variable to its folder.\n",
  );
  return null;
}

const executable = electron();
if (executable === null) process.exit(1);
await build({ root: folder, logLevel: "warn" });
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
// Electron cannot run the bridge; this Node can.
const args = [...sandbox, folder, `--agentpass-node=${process.execPath}`, ...process.argv.slice(2)];
const app = spawn(executable, args, { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => app.kill(signal));
app.on("exit", (code) => process.exit(code ?? 0));
