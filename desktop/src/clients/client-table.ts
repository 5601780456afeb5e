/** The eight clients as data: where each keeps its servers, how an entry looks there, and what a person does next. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ClientId } from "../shared/client-connections.ts";
import type { ConfigFormat, ConfigValue, EntryPath } from "./formats/config-format.ts";
import { jsonFormat } from "./formats/json-format.ts";
import { tomlFormat } from "./formats/toml-format.ts";
import { yamlFormat } from "./formats/yaml-format.ts";

/** Whose configuration is meant. */
export interface Computer {
  home: string;
  env: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
}

export interface EntryShape {
  /** What every entry for a local program says besides the command. */
  fixed: Record<string, ConfigValue>;
  command: string;
  args: string;
  env: string;
}

export interface McpClient {
  id: ClientId;
  name: string;
  format: ConfigFormat;
  path: EntryPath;
  shape: EntryShape;
  configFile(computer: Computer): string;
  /** Files and folders that only this program makes, the configuration file aside: one of them shows that it is there. */
  traces(computer: Computer): string[];
  /** What it calls itself to MCP servers. */
  clientName: string;
  /** What a person does after Connect or Disconnect, so that it counts. */
  next: string;
  /** It writes its file from memory while it runs, so that Connect looks again. */
  rewritesFile?: true;
  /** The folder that the program itself makes to keep others from its file while it writes. */
  lock?: (configFile: string) => string;
}

const NAME = "agentpass-sms";
const strictJson = jsonFormat({ comments: false });
const lenientJson = jsonFormat({ comments: true });
const usual = { command: "command", args: "args", env: "env" };

const underMcpServers: Pick<McpClient, "format" | "path" | "shape"> = {
  format: lenientJson,
  path: ["mcpServers", NAME],
  shape: { fixed: {}, ...usual },
};

/** Linux: XDG_CONFIG_HOME. macOS: Application Support. Windows: APPDATA. As Electron's `appData`. */
function appData({ home, env, platform }: Computer): string {
  if (platform === "win32") return env["APPDATA"] || join(home, "AppData", "Roaming");
  if (platform === "darwin") return join(home, "Library", "Application Support");
  return configHome({ home, env, platform });
}

function configHome({ home, env }: Computer): string {
  return env["XDG_CONFIG_HOME"] || join(home, ".config");
}

export const mcpClients: readonly McpClient[] = [
  {
    // https://code.claude.com/docs/en/mcp (user scope), and `claude mcp add` 2.1.197 tried: it writes this entry, holds
    // `<file>.lock` meanwhile, and keeps .claude.json in CLAUDE_CONFIG_DIR where that is set.
    ...underMcpServers,
    id: "claude-code",
    name: "Claude Code",
    clientName: "claude-code",
    format: strictJson,
    shape: { fixed: { type: "stdio" }, ...usual },
    configFile: ({ home, env }) => join(env["CLAUDE_CONFIG_DIR"] || home, ".claude.json"),
    traces: ({ home, env }) => [env["CLAUDE_CONFIG_DIR"] || join(home, ".claude")],
    next: "Start Claude Code again, or type /mcp in it to see the connection.",
    lock: (configFile) => `${configFile}.lock`,
  },
  {
    // https://developers.openai.com/codex/mcp, and `codex mcp add` 0.169.0 tried.
    id: "codex",
    name: "Codex",
    clientName: "codex-mcp-client",
    format: tomlFormat,
    path: ["mcp_servers", NAME],
    shape: { fixed: {}, ...usual },
    configFile: (computer) => join(codexHome(computer), "config.toml"),
    traces: (computer) => [codexHome(computer)],
    next: "Start Codex again; /mcp in it shows the connection.",
  },
  {
    // https://cursor.com/docs/mcp: global servers.
    ...underMcpServers,
    id: "cursor",
    name: "Cursor",
    clientName: "cursor-vscode",
    configFile: ({ home }) => join(home, ".cursor", "mcp.json"),
    traces: (computer) => [join(computer.home, ".cursor"), join(appData(computer), "Cursor")],
    next: "Open Cursor's settings, Tools & MCP, and switch agentpass-sms on if it is off.",
  },
  {
    // https://code.visualstudio.com/docs/agents/reference/mcp-configuration: mcp.json of the user profile; its folder by
    // VS Code's platform/environment/node/userDataPath.ts, which reads VSCODE_PORTABLE and VSCODE_APPDATA.
    id: "vscode",
    name: "VS Code",
    clientName: "Visual Studio Code",
    format: lenientJson,
    path: ["servers", NAME],
    shape: { fixed: { type: "stdio" }, ...usual },
    configFile: (computer) => join(codeUserData(computer), "User", "mcp.json"),
    traces: (computer) => [codeUserData(computer)],
    next: 'In VS Code run the command "MCP: List Servers" and start agentpass-sms; tools work in agent mode.',
  },
  {
    // https://modelcontextprotocol.io/docs/develop/connect-local-servers; the Windows Store's copy has an APPDATA of
    // its own (https://exchangepedia.com/2026/04/claudetools-claude-desktop-powershell-module.html).
    ...underMcpServers,
    id: "claude-desktop",
    name: "Claude Desktop",
    clientName: "claude-ai",
    format: strictJson,
    configFile: (computer) => join(claudeDesktopFolder(computer), "claude_desktop_config.json"),
    traces: (computer) => [claudeDesktopFolder(computer)],
    next: "Quit Claude Desktop from its menu (closing the window is not enough) and start it again.",
    rewritesFile: true,
  },
  {
    // https://docs.windsurf.com/windsurf/cascade/mcp
    ...underMcpServers,
    id: "windsurf",
    name: "Windsurf",
    clientName: "windsurf-client",
    configFile: ({ home }) => join(home, ".codeium", "windsurf", "mcp_config.json"),
    traces: (computer) => [join(computer.home, ".codeium", "windsurf"), join(appData(computer), "Windsurf")],
    next: "In Windsurf open Cascade's MCP servers and press Refresh.",
  },
  {
    // https://zed.dev/docs/ai/mcp; the folder by Zed's crates/paths. Older
    // versions want "source".
    id: "zed",
    name: "Zed",
    clientName: "Zed",
    format: lenientJson,
    path: ["context_servers", NAME],
    shape: { fixed: { source: "custom" }, ...usual },
    configFile: (computer) => join(zedFolder(computer), "settings.json"),
    traces: (computer) => [zedFolder(computer)],
    next: "Zed takes it at once; the Agent Panel's settings show a green dot beside agentpass-sms.",
  },
  {
    // https://block.github.io/goose/docs/guides/config-files, and goose's config/paths.rs for GOOSE_PATH_ROOT.
    id: "goose",
    name: "Goose",
    clientName: "goose",
    format: yamlFormat,
    path: ["extensions", NAME],
    shape: {
      fixed: { enabled: true, type: "stdio", name: NAME, description: "One-time codes by SMS", timeout: 300 },
      command: "cmd",
      args: "args",
      env: "envs",
    },
    configFile: (computer) => join(gooseFolder(computer), "config.yaml"),
    traces: (computer) => [gooseFolder(computer)],
    next: "Start a new Goose session.",
  },
];

function codexHome({ home, env }: Computer): string {
  return env["CODEX_HOME"] || join(home, ".codex");
}

function codeUserData(computer: Computer): string {
  const { env } = computer;
  if (env["VSCODE_PORTABLE"]) return join(env["VSCODE_PORTABLE"], "user-data");
  return join(env["VSCODE_APPDATA"] || appData(computer), "Code");
}

function claudeDesktopFolder(computer: Computer): string {
  const { home, env, platform } = computer;
  if (platform === "win32") {
    const local = env["LOCALAPPDATA"] || join(home, "AppData", "Local");
    const store = join(local, "Packages", "Claude_pzs8sxrjxfjjc", "LocalCache", "Roaming", "Claude");
    if (existsSync(store)) return store;
  }
  return join(appData(computer), "Claude");
}

function zedFolder(computer: Computer): string {
  const { home, env, platform } = computer;
  if (platform === "win32") return join(appData(computer), "Zed");
  if (platform === "darwin") return join(home, ".config", "zed");
  return join(env["FLATPAK_XDG_CONFIG_HOME"] || configHome(computer), "zed");
}

function gooseFolder(computer: Computer): string {
  const { env, platform } = computer;
  if (env["GOOSE_PATH_ROOT"]) return join(env["GOOSE_PATH_ROOT"], "config");
  if (platform === "win32") return join(appData(computer), "Block", "goose", "config");
  return join(configHome(computer), "goose");
}

/** The client of an id. */
export function mcpClient(id: ClientId): McpClient {
  const found = mcpClients.find((client) => client.id === id);
  if (found === undefined) throw new Error(`no client ${id}`);
  return found;
}
