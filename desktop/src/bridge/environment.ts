import { dataFolder } from "@agentpass/shared/local-files";
import { Secret } from "@agentpass/shared/secret";
import { homedir } from "node:os";

/** Everything the bridge takes from its environment. The only place that reads process.env. */
export interface BridgeEnvironment {
  dataFolder: string;
  apiKey?: Secret;
  /** A file with the key; read at the first call, so that a mounted secret may come late. */
  apiKeyFile?: string;
  apiUrl?: string;
}

/** An empty variable counts as missing. */
export function readEnvironment(env: NodeJS.ProcessEnv = process.env): BridgeEnvironment {
  const value = (name: string): string | undefined => env[name]?.trim() || undefined;
  const uid = process.getuid?.();
  const apiKey = value("AGENTPASS_API_KEY");
  const apiKeyFile = value("AGENTPASS_API_KEY_FILE");
  const apiUrl = value("AGENTPASS_API_URL");
  return {
    dataFolder: dataFolder({
      env,
      platform: process.platform,
      home: homedir(),
      ...(uid === undefined ? {} : { uid }),
    }),
    ...(apiKey ? { apiKey: new Secret(apiKey) } : {}),
    ...(apiKeyFile ? { apiKeyFile } : {}),
    ...(apiUrl ? { apiUrl } : {}),
  };
}
