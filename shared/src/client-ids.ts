/** The MCP clients that AgentPass connects itself to, by the names that commands and windows use. */
export const clientIds = [
  "claude-code",
  "codex",
  "cursor",
  "vscode",
  "claude-desktop",
  "windsurf",
  "zed",
  "goose",
] as const;

export type ClientId = (typeof clientIds)[number];
