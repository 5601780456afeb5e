import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";
import { cited } from "../support/verifies.ts";
import type { PatchFile } from "./patch-file.ts";

/** So long may one test take; one that hangs with the patch is red as well. */
const LONGEST_MS = 240_000;

/** Red: a test that cites the id failed by what it asserts. Anything else proves nothing. */
export type Verdict = { red: boolean; why: string };

interface Report {
  testResults: {
    message: string;
    assertionResults: { fullName: string; status: string; failureMessages: string[] }[];
  }[];
}

/** The files of this checkout, once more, to be patched. Nothing is ever changed in the checkout itself. */
export class PatchedCheckout implements Disposable {
  readonly #folder = mkdtempSync(path.join(tmpdir(), "agentpass-patched-"));

  constructor() {
    execFileSync(
      "bash",
      [
        "-c",
        'git ls-files -z --cached --others --exclude-standard | tar --create --null --files-from=- --ignore-failed-read | tar --extract --directory "$1"',
        "bash",
        this.#folder,
      ],
      { cwd: repositoryRoot, stdio: ["ignore", "ignore", "ignore"] },
    );
    execFileSync("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"], {
      cwd: this.#folder,
      stdio: "ignore",
    });
  }

  /** Runs the patch's test with the patch; the checkout is as before afterwards. */
  async judge(patch: PatchFile): Promise<Verdict> {
    const apply = (...args: string[]): void =>
      void execFileSync("git", ["apply", "-C1", ...args, patch.file], { cwd: this.#folder, stdio: "pipe" });
    apply();
    try {
      return verdict(patch, await this.#run(patch));
    } finally {
      apply("--reverse");
    }
  }

  async #run({ id, project, test }: PatchFile): Promise<Report> {
    const report = path.join(this.#folder, "report.json");
    rmSync(report, { force: true });
    const titles = cited(id).replace(/[[\]]/g, String.raw`\$&`);
    const child = spawn(
      process.execPath,
      [
        "node_modules/vitest/vitest.mjs",
        "run",
        "--project",
        project,
        test,
        "--testNamePattern",
        titles,
      ].concat(["--reporter=json", `--outputFile=${report}`]),
      { cwd: this.#folder, stdio: "ignore", timeout: LONGEST_MS },
    );
    await once(child, "exit");
    return JSON.parse(readFileSync(report, "utf8")) as Report;
  }

  [Symbol.dispose](): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Failures of a test that never came to what it asserts; a TypeError of a matcher (".toMatch() expects …") did. */
const BROKEN =
  /^(SyntaxError|ReferenceError|TypeError(?!: \.to)|Error: (Cannot find|Failed to (load|resolve)))/;

function verdict({ id, test }: PatchFile, { testResults }: Report): Verdict {
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const citing = all.filter(({ fullName }) => fullName.includes(cited(id)));
  const ran = citing.filter(({ status }) => status === "passed" || status === "failed");
  if (ran.length === 0) {
    const broken = testResults.map(({ message }) => message).join("\n");
    return { red: false, why: broken || `no test in ${test} cites ${id}, or it was skipped` };
  }
  const failures = ran.flatMap(({ status, failureMessages }) => (status === "failed" ? failureMessages : []));
  if (failures.length === 0) return { red: false, why: "it stays green" };
  const honest = failures.find((message) => !BROKEN.test(message));
  const [why = ""] = (honest ?? `it broke: ${failures[0]}`).split("\n");
  return { red: honest !== undefined, why };
}
