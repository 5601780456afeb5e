import type { BridgeCommand } from "../../shared/client-connections.ts";

/** The line for a shell that adds the bridge to Claude Code for all of the person's projects. */
export function claudeCommand({ command, args, env }: BridgeCommand): string {
  const variables = Object.entries(env).map(([name, value]) => `--env ${quoted(`${name}=${value}`)}`);
  return [
    "claude mcp add --scope user agentpass-sms",
    ...variables,
    "--",
    ...[command, ...args].map(quoted),
  ].join(" ");
}

/** The entry that most MCP clients take in their settings. */
export function clientSettings({ command, args, env }: BridgeCommand): string {
  const bridge = { command, args, ...(Object.keys(env).length > 0 && { env }) };
  return JSON.stringify({ mcpServers: { "agentpass-sms": bridge } }, null, 2);
}

/** Double quotes hold in sh, PowerShell and cmd alike. */
function quoted(part: string): string {
  return /^[\w@%+=:,./\\-]+$/.test(part) ? part : `"${part.replaceAll(/(["$`])/g, "\\$1")}"`;
}
