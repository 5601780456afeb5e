import { ProblemError } from "@agentpass/shared/problem";
import { readEnvironment } from "../config/read-environment.ts";
import { exitCodeOf, exitCodes } from "./exit-code.ts";
import { findServer } from "./find-server.ts";
import { problemOfCall, serverClient, type ServerClient } from "./server-client.ts";

export interface Answer {
  /** Printed with `--json`. */
  data: unknown;
  /** Printed for people. */
  text: string;
}

/** Runs one call of the server's API and prints its answer; failures go to stderr, and the exit code says which. */
export async function runCommand(
  options: { json?: boolean | undefined },
  call: (server: ServerClient) => Promise<Answer>,
): Promise<void> {
  await reportFailure(async () => {
    const access = await findServer(readEnvironment());
    try {
      const { data, text } = await call(serverClient(access));
      console.log(options.json ? JSON.stringify(data, null, 2) : text);
    } catch (error) {
      const problem = problemOfCall(error, access);
      throw problem ? new ProblemError(problem) : error;
    }
  });
}

/** Turns an expected failure into a line on stderr and its exit code. */
export async function reportFailure(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    console.error(error.message);
    process.exitCode = exitCodeOf(error.problem.code) || exitCodes.failed;
  }
}
