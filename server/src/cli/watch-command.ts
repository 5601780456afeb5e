import type { AgentMessage } from "@agentpass/shared/agent-api";
import { FeedSupervisor, type FeedState } from "@agentpass/shared/feed-client/feed-supervisor";
import { feedUrl } from "@agentpass/shared/feed-client/feed-url";
import { ProblemError, type Problem } from "@agentpass/shared/problem";
import type { Command } from "commander";
import { readEnvironment } from "../config/read-environment.ts";
import { duration, e164 } from "./arguments.ts";
import { cutTo, padTo } from "./display-width.ts";
import { examples } from "./examples.ts";
import { findServer } from "./find-server.ts";
import { stateText } from "./message-commands.ts";
import { MessageWatch } from "./message-watch.ts";
import { localTime } from "./print-table.ts";
import { printable, printableJson } from "./printable.ts";
import { reportFailure } from "./run-command.ts";
import { problemOfCall, serverClient, type ServerClient } from "./server-client.ts";

interface WatchOptions {
  json?: boolean;
  number?: string;
  agent?: string;
  since?: number;
}

/** `agentpass watch` */
export function addWatchCommand(program: Command): void {
  program
    .command("watch")
    .description("codes as they arrive, until Ctrl-C; looking consumes nothing")
    .option("--number <number>", "only messages to this number, e.g. +15551234567", e164)
    .option("--agent <agent>", "only what this agent holds, by name or id")
    .option("--since <duration>", "begin with what came within so long, e.g. 10m", duration)
    .option("--json", "print JSON, a line for each message and each change of its state")
    .addHelpText("after", examples("watch", "watch --number +15551234567 --since 10m --json"))
    .action((options: WatchOptions) => reportFailure(() => watch(options)));
}

/** Resolves when the person ends it; fails where the server refuses the key. */
async function watch(options: WatchOptions): Promise<void> {
  const startedAt = Date.now();
  const access = await findServer(readEnvironment());
  const filter = {
    ...(options.number === undefined ? {} : { phoneNumber: options.number }),
    ...(options.agent === undefined ? {} : { agent: options.agent }),
  };
  const list = allMessages(serverClient(access), filter);
  const { ended, end } = ending();
  const watching = new MessageWatch({
    begin: async () =>
      options.since === undefined ? [] : list({ since: new Date(startedAt - options.since).toISOString() }),
    fetch: (messageIds) => list({ messageIds }),
    show: (message) => console.log(options.json ? printableJson(message, 0) : lineOf(message)),
    isFinal: (error) => isFinal(problemOfCall(error, access)),
    onFailure: (error) => end(problemOfCall(error, access) ?? error),
  });
  const feed = new FeedSupervisor({
    // Asked again for every connection: a restarted server may listen elsewhere.
    endpoint: async () => {
      const { url, key } = await findServer(readEnvironment());
      return { url: feedUrl(url), key };
    },
    onItem: (item) => {
      if (item.type === "gap")
        console.error(`Some history is gone (${item.reason}); all that is kept follows.`);
      if ("messageId" in item && item.messageId !== undefined) watching.hear(item.messageId);
    },
    onState: (state) => {
      tell(state);
      if (state.state === "live") watching.begin();
      if (state.state === "away" && isFinal(state.problem)) end(state.problem);
    },
  });
  feed.start();
  try {
    await ended;
  } finally {
    watching.stop();
    feed.stop();
  }
}

/** A promise that settles when the person ends the watch or whoever reads its output goes, or fails with a reason. */
function ending(): { ended: Promise<void>; end: (reason: unknown) => void } {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  process.once("SIGINT", () => resolve()).once("SIGTERM", () => resolve());
  process.stdout.once("error", () => resolve());
  const end = (reason: unknown): void =>
    reject(
      isProblem(reason)
        ? new ProblemError(reason)
        : reason instanceof Error
          ? reason
          : new Error(String(reason)),
    );
  return { ended: promise, end };
}

function isProblem(value: unknown): value is Problem {
  return typeof value === "object" && value !== null && "code" in value && "message" in value;
}

/** The server will go on refusing until somebody changes something. */
function isFinal(problem: Problem | null): boolean {
  return (
    problem !== null && ["not_signed_in", "not_allowed", "invalid_input", "outdated"].includes(problem.code)
  );
}

type ListFilter = NonNullable<Parameters<ServerClient["message"]["list"]["query"]>[0]>;

/** All messages of a filter, page after page, oldest first. */
function allMessages(server: ServerClient, filter: ListFilter) {
  return async (wish: ListFilter): Promise<AgentMessage[]> => {
    const found: AgentMessage[] = [];
    let before: string | undefined;
    do {
      const page = await server.message.list.query({
        ...filter,
        ...wish,
        limit: 50,
        ...(before === undefined ? {} : { before }),
      });
      found.push(...page.messages);
      before = page.nextBefore;
    } while (before !== undefined);
    return found.toReversed();
  };
}

/** On stderr, so that stdout holds nothing but messages. */
function tell(state: FeedState): void {
  if (state.state === "live") console.error("Watching; Ctrl-C ends it.");
  if (state.state === "away")
    console.error("The connection is lost; trying again. Nothing is missed meanwhile.");
}

function lineOf(message: AgentMessage): string {
  const { receivedAt, to, from, otp, body } = message;
  const line = [
    padTo(localTime(receivedAt)?.slice(11) ?? "", 8),
    padTo(to, 13),
    padTo(cutTo(printable(from), 15), 15),
    padTo(printable(otp?.code ?? "-"), 8),
    padTo(cutTo(printable(otp?.service ?? "-"), 16), 16),
    padTo(stateText(message), 10),
    printable(body ?? ""),
  ].join("  ");
  return cutTo(line.trimEnd(), process.stdout.isTTY ? process.stdout.columns : 200);
}
