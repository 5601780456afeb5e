import { dataFolder } from "@agentpass/shared/data-folder";
import { Secret } from "@agentpass/shared/secret";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { parseEnv } from "node:util";

/** Everything the bridge takes from its environment. The only place that reads process.env. */
export interface BridgeEnvironment {
  dataFolder: string;
  apiKey?: Secret;
  /** A file with the key; read at the first call, so that a mounted secret may come late. */
  apiKeyFile?: string;
  apiUrl?: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** An empty variable counts as missing. */
export function readEnvironment(
  env: Variables = process.env,
  readDotEnv: (env: Variables) => string = readDotEnvFile,
): BridgeEnvironment {
  const value = (name: string): string | undefined => env[name]?.trim() || undefined;
  const uid = process.getuid?.();
  const apiKey = value("AGENTPASS_API_KEY");
  const apiKeyFile = value("AGENTPASS_API_KEY_FILE");
  const apiUrl = value("AGENTPASS_API_URL");
  return {
    dataFolder: dataFolder({
      env: { ...env, AGENTPASS_DATA_DIR: value("AGENTPASS_DATA_DIR") ?? dataFolderOf(readDotEnv(env)) },
      platform: process.platform,
      home: homedir(),
      ...(uid === undefined ? {} : { uid }),
    }),
    ...(apiKey ? { apiKey: new Secret(apiKey) } : {}),
    ...(apiKeyFile ? { apiKeyFile } : {}),
    ...(apiUrl ? { apiUrl } : {}),
  };
}

/**
 * The one thing the bridge takes from `.env`: where the server of this checkout keeps its files. A key there is for
 * the command, and an address there is for other machines.
 */
function dataFolderOf(dotEnv: string): string | undefined {
  return parseEnv(dotEnv)["AGENTPASS_DATA_DIR"]?.trim() || undefined;
}

/** The file that AGENTPASS_ENV_FILE names, as the server reads it; bin/agentpass-mcp.js names the checkout's `.env`. */
function readDotEnvFile(env: Variables): string {
  const file = env["AGENTPASS_ENV_FILE"];
  if (!file) return "";
  try {
    return readFileSync(file, "utf8");
  } catch {
    // Most have none.
    return "";
  }
}
