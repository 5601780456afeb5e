import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { z } from "zod";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";
import { runProgram } from "./run-program.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const require = createRequire(import.meta.url);
const program = relative(repositoryRoot, require.resolve("@modelcontextprotocol/conformance/dist/index.js"));

const checksFile = z.array(
  z.looseObject({ id: z.string(), status: z.string(), errorMessage: z.string().optional() }),
);

export interface ScenarioOutcome {
  scenario: string;
  /** Ids of the checks that passed. */
  passed: string[];
  /** Ids and messages of those that failed, and of warnings. */
  failed: { id: string; message: string }[];
}

export interface ListedScenario {
  name: string;
  /** Revisions of the protocol that it belongs to; none for an extension. */
  revisions: string[];
}

/** Every scenario for servers that this version of MCP's conformance suite has. */
export async function listScenarios(): Promise<ListedScenario[]> {
  const { stdout } = await runProgram(program, ["list", "--server"]);
  return stripVTControlCharacters(stdout)
    .matchAll(/^ +- (?<name>\S+) \[(?<revisions>[^\]]*)\]$/gm)
    .map(({ groups = {} }) => ({
      name: groups["name"] ?? "",
      revisions: (groups["revisions"] ?? "").split(",").filter((revision) => /^\d/.test(revision)),
    }))
    .toArray();
}

/** Runs every scenario of a revision against the server at `url`. */
export async function runScenarios(url: string, revision: string): Promise<ScenarioOutcome[]> {
  const folder = temporaryFolder();
  const args = ["server", "--url", url, "--suite", "all", "--spec-version", revision, "--output-dir", folder];
  await runProgram(program, args);
  return readdirSync(folder).map((name) => {
    const checks = checksFile.parse(JSON.parse(readFileSync(join(folder, name, "checks.json"), "utf8")));
    return {
      scenario: name.replace(/^server-(.+?)-\d{4}-\d\d-\d\dT.*$/, "$1"),
      passed: checks.filter(({ status }) => status === "SUCCESS").map(({ id }) => id),
      failed: checks
        .filter(({ status }) => status === "FAILURE" || status === "WARNING")
        .map(({ id, errorMessage = "" }) => ({ id, message: errorMessage })),
    };
  });
}
