import { readFileSync } from "node:fs";

/** Of Linux' clock ticks, whose length has been the same on every platform for decades. */
const TICK_MS = 10;

/** Milliseconds of CPU that a process has used, in user and kernel mode. Linux only. */
export function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  // The name in parentheses may hold anything.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** The same of all living children of a process. */
export function cpuMsOfChildren(parent: number): number {
  const children = readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8").trim().split(" ");
  return children.reduce((sum, child) => sum + cpuMs(Number(child)), 0);
}
