import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";

export interface ProgramEnd {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Runs one of the checkout's TypeScript programs to its end, from a foreign folder, with no settings but `env`. */
export function runProgram(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ProgramEnd> {
  const { PATH, HOME } = process.env;
  const options = { cwd: tmpdir(), env: { PATH, HOME, AGENTPASS_ENV_FILE: "/dev/null", ...env } };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(repositoryRoot, program), ...args],
      options,
      (error, stdout, stderr) => {
        const exitCode = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
        resolve({ exitCode, stdout, stderr });
      },
    );
  });
}
