import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { RunningServer } from "../support/running-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { verifies } from "../support/verifies.ts";

const CANARIES = ["48291357", "+15551234567", "hunter2-canary"];
/** Errors that quote what they failed on, as drivers and parsers make them; one thrown, one of a promise. */
const CRASHES = `
  const error = () => Object.assign(
    new TypeError("cannot read ${CANARIES.join(" of ")}", { cause: new Error("${CANARIES.join(" of ")}") }),
    { detail: "Failing row contains (${CANARIES.join(", ")})", body: "Your code is ${CANARIES[0]}" },
  );
  process.on("SIGUSR2", () => { throw error(); });
  process.on("SIGHUP", () => void Promise.reject(error()));`;

test(
  verifies(
    "T10",
    "an error that nobody caught ends the server with its kind and place, and none of the data that it quotes",
  ),
  async () => {
    const crashes = join(temporaryFolder(), "crashes.mjs");
    writeFileSync(crashes, CRASHES);
    await using server = await RunningServer.start({ env: { NODE_OPTIONS: `--import "${crashes}"` } });
    for (const signal of ["SIGUSR2", "SIGHUP"] as const) {
      if (!server.runs) await server.start();
      server.output = "";
      await server.stop(signal);
      expect(server.output).toMatch(/"name":"TypeError".*"msg":"A bug ended the server"/);
      expect(server.output).toContain("crashes.mjs");
      expect(CANARIES.filter((canary) => server.output.includes(canary))).toEqual([]);
    }
  },
);
