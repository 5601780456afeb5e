/** MCP clients as main would list them. */
import { clientIds, type ClientId, type ClientView } from "../../../desktop/src/shared/client-connections.ts";

const known: Record<ClientId, [name: string, configFile: string]> = {
  "claude-code": ["Claude Code", ".claude.json"],
  codex: ["Codex", ".codex/config.toml"],
  cursor: ["Cursor", ".cursor/mcp.json"],
  vscode: ["VS Code", ".config/Code/User/mcp.json"],
  "claude-desktop": ["Claude Desktop", ".config/Claude/claude_desktop_config.json"],
  windsurf: ["Windsurf", ".codeium/windsurf/mcp_config.json"],
  zed: ["Zed", ".config/zed/settings.json"],
  goose: ["Goose", ".config/goose/config.yaml"],
};

export function client(id: ClientId, more: Partial<ClientView> = {}): ClientView {
  const [name, file] = known[id];
  return { id, name, state: "not_connected", configFile: `/home/ada/${file}`, problem: null, ...more };
}

/** All eight, in the states given; the others are absent. */
export function clientList(states: Partial<Record<ClientId, Partial<ClientView>>>): ClientView[] {
  return clientIds.map((id) => client(id, states[id] ?? { state: "absent" }));
}

/** One in each state. */
export function everyClientState(): ClientView[] {
  return clientList({
    "claude-code": { state: "connected" },
    codex: { state: "changed" },
    cursor: {},
    vscode: {},
    zed: {
      state: "unreadable",
      problem: {
        code: "invalid_input",
        message: "/home/ada/.config/zed/settings.json is not valid JSON (line 3). Mend it, then try again.",
      },
    },
  });
}
