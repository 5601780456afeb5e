import { readdirSync, readFileSync } from "node:fs";

/** MiB of memory that a process and all below it hold; a page that several share counts in parts (PSS). Linux only. */
export function memoryOfTree(root: number): number {
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const parents = new Map(processes.map((pid) => [Number(pid), parentOf(pid)]));
  const isBelow = (pid: number | undefined): boolean =>
    pid !== undefined && (pid === root || isBelow(parents.get(pid)));
  const kibibytes = [...parents.keys()].filter(isBelow).map(pssOf);
  return kibibytes.reduce((sum, each) => sum + each, 0) / 1024;
}

/** A process may end while it is looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function parentOf(pid: string): number | undefined {
  const found = /^PPid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`));
  return found ? Number(found[1]) : undefined;
}

function pssOf(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
}
