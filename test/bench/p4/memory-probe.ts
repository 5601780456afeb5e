/**
 * Loaded into a server beside its own code (`node --import memory-probe.ts?folder=…`): on SIGUSR2 it collects all garbage and
 * writes what is left to a file of the folder that is named after the process.
 */
import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { setImmediate as turn } from "node:timers/promises";

const folder = new URL(import.meta.url).searchParams.get("folder") ?? "";
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

process.on("SIGUSR2", () => {
  void (async () => {
    for (let pass = 0; pass < 4; pass += 1) {
      collect();
      await turn();
    }
    const file = join(folder, `${process.pid}.json`);
    writeFileSync(`${file}.new`, JSON.stringify(process.memoryUsage()));
    renameSync(`${file}.new`, file);
  })();
});
