import { ProblemError } from "@agentpass/shared/problem";
import { openDataFolder } from "../config/data-folder.ts";
import type { Config } from "../config/config.ts";
import { loadConfig } from "../config/load-config.ts";
import { createLogger, type Logger } from "../ops/logger.ts";
import { startNotice } from "./notices.ts";
import { openDatabase, type OpenDatabase } from "./open-database.ts";
import type { StopSignals } from "./stop-signals.ts";

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const complain = (lines: readonly string[]): void => void process.stderr.write(`${lines.join("\n")}\n`);

/** Starts the server as the environment says; a stop drains it. Exits with 1, and says why, where it cannot start. */
export async function serve(stops: StopSignals): Promise<void> {
  // A closed terminal, or a reader that Ctrl-C ended first, is no reason to break off what is under way.
  for (const output of [process.stdout, process.stderr]) output.on("error", () => {});
  const loaded = loadConfig();
  if (!loaded.ok) {
    complain([
      "AgentPass SMS cannot start; the configuration needs a mend:",
      ...loaded.faults.map((fault) => `  - ${fault}`),
      ...loaded.warnings.map((warning) => `  (${warning})`),
    ]);
    process.exit(1);
  }
  if (loaded.warnings.length > 0) complain(loaded.warnings.map((warning) => `Warning: ${warning}`));
  const { config } = loaded;
  const log = createLogger(config.logLevel);
  // Node would print the error's message and fields, in which drivers and parsers quote codes and texts.
  process.on("uncaughtException", (err) => {
    log.error("A bug ended the server", { err });
    process.exit(1);
  });

  try {
    await openDataFolder(config.dataFolder);
    const [database, { startServer }] = await openAndLoad(config, log);
    const server = await startServer(config, log, database);
    let stopping = false;
    stops.listener = () => {
      if (stopping) return;
      stopping = true;
      say("Stopping: clients are told to reconnect, requests under way are answered.");
      server.stop().then(
        () => process.exit(0),
        (err: unknown) => {
          log.error("The stop was not clean", { err });
          process.exit(1);
        },
      );
    };
    say(startNotice(config, server));
  } catch (error) {
    if (error instanceof ProblemError) complain([`AgentPass SMS cannot start: ${error.message}`]);
    else
      complain([
        "AgentPass SMS cannot start:",
        error instanceof Error ? (error.stack ?? error.message) : String(error),
      ]);
    process.exit(1);
  }
}

/**
 * Opens the database, and loads the rest of the program while PostgreSQL works; not before, since loading leaves nothing
 * else its turn (docs/benchmarks.md, P8).
 */
async function openAndLoad(
  config: Config,
  log: Logger,
): Promise<[OpenDatabase, typeof import("../wire.ts")]> {
  const waiting = Promise.withResolvers<void>();
  const opening = openDatabase(config, log, waiting.resolve);
  await Promise.race([waiting.promise, opening]);
  return Promise.all([opening, import("../wire.ts")]);
}
