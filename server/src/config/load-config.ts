import { homedir } from "node:os";
import path from "node:path";
import { bridgeVariables, dataFolder, type DataFolderEnvironment } from "@agentpass/shared/data-folder";
import { Secret } from "@agentpass/shared/secret";
import type { Config } from "./config.ts";
import { chooseMode, isLoopback } from "./mode.ts";
import { parseApiUrl, parseHost, parsePort, shown } from "./parse-address.ts";
import { parseDatabase } from "./parse-database.ts";
import { parseMonitoring } from "./parse-monitoring.ts";
import { parseNats } from "./parse-nats.ts";
import { parseTrustedProxies } from "./parse-trusted-proxies.ts";
import { parseTwilioAccount } from "./parse-twilio.ts";
import { readEnvironment, type Environment } from "./read-environment.ts";

export type LoadedConfig =
  | { ok: true; config: Config; warnings: readonly string[] }
  | { ok: false; faults: readonly string[]; warnings: readonly string[] };

/** Checks the whole environment and lists every fault at once, one a line, each with its mend and no secret. */
export function loadConfig(environment: Environment = readEnvironment()): LoadedConfig {
  const host = parseHost(environment);
  const apiUrl = parseApiUrl(environment);
  const chosen = chooseMode(environment, { host, apiUrl });
  const webhookSecret = environment.get("WEBHOOK_SECRET");
  // Where the mode could not be told, what is set of Twilio is checked all the same: all faults at once.
  const twilio =
    chosen?.mode === "mock" || chosen?.mode === "gateway" ? null : parseTwilioAccount(environment);
  const folder = findDataFolder(environment);
  const config: Config = {
    mode: chosen?.mode ?? "mock",
    modeReason: chosen?.reason ?? "",
    host,
    port: parsePort(environment),
    apiUrl,
    trustedProxies: parseTrustedProxies(environment),
    dataFolder: folder,
    bridgeVariables: bridgeVariables(folder, folderEnvironment(environment)),
    ...parseDatabase(environment),
    ...parseNats(environment),
    twilio,
    webhookSecret: webhookSecret === undefined ? null : new Secret(webhookSecret),
    ...parseMonitoring(environment),
    logLevel: parseLogLevel(environment),
  };
  const warnings = [
    ...environment.hints,
    ...reachWarnings(config),
    ...plainTextWarnings(config),
    ...unusedWarnings(config),
  ];
  if (environment.faults.length > 0) return { ok: false, faults: environment.faults, warnings };
  return { ok: true, config, warnings };
}

/** The data folder as the server and its commands use it; absolute, since they may start in different folders. */
export function findDataFolder(environment: Environment): string {
  const folder = dataFolder(folderEnvironment(environment));
  if (!path.isAbsolute(folder))
    environment.fault(
      `AGENTPASS_DATA_DIR must be an absolute path, not ${shown(folder)}; set it to ${path.resolve(folder.replace(/^~(?=\/|$)/, homedir()))}.`,
    );
  return folder;
}

function folderEnvironment({ all }: Environment): DataFolderEnvironment {
  const uid = process.getuid?.();
  return { env: all, platform: process.platform, home: homedir(), ...(uid === undefined ? {} : { uid }) };
}

const logLevels = ["trace", "debug", "info", "warn", "error", "silent"] as const;

function parseLogLevel(environment: Environment): Config["logLevel"] {
  const text = environment.get("AGENTPASS_LOG_LEVEL") ?? "info";
  const level = logLevels.find((name) => name === text);
  if (!level)
    environment.fault(`AGENTPASS_LOG_LEVEL must be one of ${logLevels.join(", ")}, not ${shown(text)}.`);
  return level ?? "info";
}

/** A value that does nothing must not look as if it did. */
function unusedWarnings({ nats, databaseUrl }: Config): string[] {
  if (nats === null || databaseUrl !== null) return [];
  return ["NATS_URL is not used: without DATABASE_URL one server has the embedded database to itself."];
}

/** The account's token goes with every request to Twilio's API. */
function plainTextWarnings({ twilio }: Config): string[] {
  if (twilio?.apiBaseUrl == null) return [];
  const { protocol, hostname } = new URL(twilio.apiBaseUrl);
  if (protocol === "https:" || isLoopback(hostname)) return [];
  return [
    `TWILIO_API_BASE_URL is ${twilio.apiBaseUrl}: TWILIO_AUTH_TOKEN goes there unencrypted; give an https:// address.`,
  ];
}

/** A server with real numbers starts with an address that nobody outside can call, but not without saying so. */
function reachWarnings({ mode, apiUrl }: Config): string[] {
  if (mode === "mock") return [];
  const who = mode === "twilio" ? "Twilio" : "a gateway on another machine";
  const mend = "set AGENTPASS_API_URL to the public base URL (your proxy's, or your tunnel's)";
  if (apiUrl === null) return [`AGENTPASS_API_URL is missing, so ${who} cannot reach the webhook; ${mend}.`];
  if (isLoopback(new URL(apiUrl).hostname))
    return [
      `AGENTPASS_API_URL is ${apiUrl}, which only this machine reaches, so ${who} cannot call the webhook; ${mend}.`,
    ];
  return [];
}
