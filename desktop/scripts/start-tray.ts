/** `pnpm tray`: builds the app (well under a second) and starts it in Electron. */
import { spawn, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { installedElectron } from "./electron-binary.ts";

const folder = fileURLToPath(new URL("..", import.meta.url));
const own = createRequire(import.meta.url);

function electron(): string {
  const installed = installedElectron(process.env);
  if (installed !== null) return installed;
  // The package fetches its binary from GitHub once, and then has it.
  spawnSync(process.execPath, [own.resolve("electron/install.js")], { stdio: "inherit" });
  const fetched = installedElectron(process.env);
  if (fetched !== null) return fetched;
  process.stderr.write(
    "There is no Electron to run the tray app with: it could not be fetched from GitHub, and ELECTRON_OVERRIDE_DIST_PATH " +
      "names no folder that holds one. Get the connection to github.com, or unpack an Electron and set that variable to its folder.\n",
  );
  process.exit(1);
}

const build = spawnSync(
  process.execPath,
  [own.resolve("electron-vite/bin/electron-vite.js"), "build", "--logLevel", "warn"],
  {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  },
);
if (build.status !== 0) process.exit(build.status ?? 1);
const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const app = spawn(electron(), [...sandbox, folder, ...process.argv.slice(2)], { stdio: "inherit" });
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => app.kill(signal));
app.on("exit", (code) => process.exit(code ?? 0));
