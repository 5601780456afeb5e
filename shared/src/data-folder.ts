/** Where the data folder is; imports nothing, since programs look there before they load anything else. */
export interface DataFolderEnvironment {
  env: Readonly<Record<string, string | undefined>>;
  platform: string;
  home: string;
  /** Numeric user id; absent on Windows. */
  uid?: number;
}

/** The data folder (product.md): AGENTPASS_DATA_DIR, else the platform's place for application data. */
export function dataFolder({ env, platform, home, uid }: DataFolderEnvironment): string {
  const set = env["AGENTPASS_DATA_DIR"];
  if (set) return set;
  if (platform === "win32") return `${env["LOCALAPPDATA"] || `${home}\\AppData\\Local`}\\AgentPass`;
  if (uid === 0) return "/var/lib/agentpass";
  if (platform === "darwin") return `${home}/Library/Application Support/AgentPass`;
  return `${env["XDG_DATA_HOME"] || `${home}/.local/share`}/agentpass`;
}

/**
 * What an MCP client has to give a bridge so that it finds this folder: nothing where the platform's own place is
 * meant, since clients pass on the home folder and LOCALAPPDATA, and little else.
 */
export function bridgeVariables(
  folder: string,
  { env, ...user }: DataFolderEnvironment,
): Record<string, string> {
  const found = dataFolder({ env: { LOCALAPPDATA: env["LOCALAPPDATA"] }, ...user });
  return found === folder ? {} : { AGENTPASS_DATA_DIR: folder };
}
