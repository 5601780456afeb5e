import { lstatSync, mkdirSync } from "node:fs";
import { join } from "node:path";

/** What tests make or fetch once a machine: outside the repository, and where another user, as whom some run, can walk in. */
export function testCache(): string {
  const folder = join("/var/tmp", `agentpass-tests-${process.getuid?.() ?? 0}`);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  if (lstatSync(folder).uid !== process.getuid?.())
    throw new Error(`${folder} belongs to somebody else; remove it.`);
  return folder;
}
