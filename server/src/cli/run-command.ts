import { ProblemError } from "@agentpass/shared/problem";
import type { Secret } from "@agentpass/shared/secret";
import { readEnvironment } from "../config/read-environment.ts";
import { exitCodeOf, exitCodes } from "./exit-code.ts";
import { findServer, findServerUrl } from "./find-server.ts";
import { printableJson, printableLines } from "./printable.ts";
import { problemOfCall, serverClient, type ServerClient } from "./server-client.ts";
import { openTalk, type Talk } from "./talk.ts";

export interface Answer {
  /** Printed with `--json`. */
  data: unknown;
  /** Printed for people. */
  text: string;
}

/** Options of every command; `yes` of those that ask before they act. */
export interface CommandOptions {
  json?: boolean | undefined;
  yes?: boolean | undefined;
}

/** Runs calls of the server's API and prints the answer (null: it is on stdout already); failures go to stderr, and the exit code says which. */
export async function runCommand(
  options: CommandOptions,
  call: (server: ServerClient, talk: Talk) => Promise<Answer | null>,
): Promise<void> {
  await runLocally(options, async (talk) =>
    withClient({ ...(await findServer(readEnvironment())), talk }, call),
  );
}

/** The same for who has no key yet: `named` is the server, where it is not the one that is found. */
export async function runWithoutKey(
  options: CommandOptions,
  named: string | undefined,
  call: (server: ServerClient, talk: Talk) => Promise<Answer | null>,
): Promise<void> {
  await runLocally(options, async (talk) => {
    const url = await findServerUrl(readEnvironment(), named);
    return withClient({ url, key: null, keyFrom: "", talk }, call);
  });
}

async function withClient(
  { talk, ...access }: { url: string; key: Secret | null; keyFrom: string; talk: Talk },
  call: (server: ServerClient, talk: Talk) => Promise<Answer | null>,
): Promise<Answer | null> {
  try {
    return await call(serverClient(access), talk);
  } catch (error) {
    const problem = problemOfCall(error, access);
    throw problem ? new ProblemError(problem) : error;
  }
}

/** The same for a command that needs no server. */
export async function runLocally(
  options: CommandOptions,
  work: (talk: Talk) => Promise<Answer | null>,
): Promise<void> {
  await reportFailure(async () => {
    const asked = { yes: options.yes ?? false, args: process.argv.slice(2) };
    const talk = openTalk(asked, { input: process.stdin, output: process.stderr });
    try {
      const answer = await work(talk);
      talk.close();
      if (answer !== null)
        console.log(options.json ? printableJson(answer.data) : printableLines(answer.text));
    } finally {
      talk.close();
    }
  });
}

/** Turns a failure into a line on stderr and its exit code; of one that nobody expected, `debug` also shows where. */
export async function reportFailure(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (error instanceof ProblemError) {
      console.error(printableLines(error.message));
      process.exitCode = exitCodeOf(error.problem.code) || exitCodes.failed;
      return;
    }
    const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
    const debug = process.env["AGENTPASS_LOG_LEVEL"] === "debug";
    console.error(
      `This is a fault of agentpass itself: ${printableLines(message)}${debug ? `\n${stack}` : " (AGENTPASS_LOG_LEVEL=debug shows where)"}`,
    );
    process.exitCode = exitCodes.failed;
  }
}
