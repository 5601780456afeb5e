import { existsSync } from "node:fs";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The Electron that is there without any download: ELECTRON_OVERRIDE_DIST_PATH, else what the package `electron` has installed. */
export function installedElectron(env: NodeJS.ProcessEnv): string | null {
  const package_ = dirname(createRequire(import.meta.url).resolve("electron/package.json"));
  const pathFile = join(package_, "path.txt");
  const name = existsSync(pathFile) ? readFileSync(pathFile, "utf8").trim() : "electron";
  const override = env["ELECTRON_OVERRIDE_DIST_PATH"];
  const candidates = [...(override ? [join(override, name)] : []), join(package_, "dist", name)];
  return candidates.find((path) => existsSync(path)) ?? null;
}
