import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** A patch that takes a promise away. Its head says what it removes, and which test must turn red. */
export interface PatchFile {
  /** Its name begins with the requirement's id: `T1.signature-not-checked.patch`. */
  name: string;
  file: string;
  id: string;
  /** The vitest project and the file of the test. */
  project: string;
  test: string;
}

/** The patches of this folder. Throws where a head lacks its test: a line `Test: PROJECT FILE`. */
export function patchFiles(): PatchFile[] {
  const folder = import.meta.dirname;
  return readdirSync(folder)
    .filter((name) => name.endsWith(".patch"))
    .map((name) => {
      const file = path.join(folder, name);
      const [, project, test] = /^Test: (\S+) (\S+)$/m.exec(readFileSync(file, "utf8")) ?? [];
      const [id] = name.split(".");
      if (id === undefined || project === undefined || test === undefined)
        throw new Error(`${name} needs a line "Test: PROJECT FILE" above its first hunk.`);
      return { name, file, id, project, test };
    });
}
