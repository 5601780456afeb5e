import { statSync, type Stats } from "node:fs";
import { enableCompileCache } from "node:module";
import { homedir } from "node:os";
import path from "node:path";
import { dataFolder } from "@agentpass/shared/data-folder";
import { readEnvironment } from "../config/read-environment.ts";

/**
 * Keeps what is compiled from now on in the data folder: half of a program's start goes into that (docs/benchmarks.md, P8).
 * Where this user alone can write, and the folder is there already: others could put code for us to run.
 */
export function useCompileCache(): void {
  const uid = process.getuid?.();
  const { all: env } = readEnvironment();
  const folder = dataFolder({
    env,
    platform: process.platform,
    home: homedir(),
    ...(uid === undefined ? {} : { uid }),
  });
  const found = look(folder);
  if (found === null || (uid !== undefined && (found.uid !== uid || (found.mode & 0o022) !== 0))) return;
  enableCompileCache(path.join(folder, "compile-cache"));
}

/** Null where nobody can: what is wrong with it, if anything, is said by who needs it. */
function look(folder: string): Stats | null {
  try {
    return statSync(folder);
  } catch {
    return null;
  }
}
