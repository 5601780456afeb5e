import { chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The user `nobody` of every Linux. */
const NOBODY = 65_534;

/** The name of the program that {@link asNobody} gives. */
export const NOBODYS_ELECTRON = "electron-as-nobody";

/**
 * Chromium's sandbox refuses root: gives a program that runs Electron as `nobody`, for whom the folder is made over.
 * `cleanUp` removes the program.
 */
export function asNobody(executable: string, folder: string, cleanUp: DisposableStack): string {
  const place = mkdtempSync(join(tmpdir(), "agentpass-nobody-"));
  cleanUp.defer(() => rmSync(place, { recursive: true, force: true }));
  chownSync(place, NOBODY, NOBODY);
  chownSync(folder, NOBODY, NOBODY);
  const wrapper = join(place, NOBODYS_ELECTRON);
  const user = `--reuid=${NOBODY} --regid=${NOBODY} --clear-groups`;
  writeFileSync(wrapper, `#!/bin/sh\nexec setpriv ${user} -- '${executable}' "$@"\n`, { mode: 0o755 });
  return wrapper;
}
