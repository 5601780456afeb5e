import type { AppView } from "../../shared/app-state.ts";

type Bridge = AppView["bridge"];

/** The line for a shell that adds the bridge to Claude Code for all of the person's projects. */
export function claudeCommand({ command, args }: Bridge): string {
  return ["claude mcp add --scope user agentpass-sms --", ...[command, ...args].map(quoted)].join(" ");
}

/** The entry that most MCP clients take in their settings. */
export function clientSettings({ command, args }: Bridge): string {
  const bridge = `{ "command": ${JSON.stringify(command)}, "args": ${JSON.stringify(args)} }`;
  return `{\n  "mcpServers": {\n    "agentpass-sms": ${bridge}\n  }\n}`;
}

/** Double quotes hold in sh, PowerShell and cmd alike. */
function quoted(part: string): string {
  return /^[\w@%+=:,./\\-]+$/.test(part) ? part : `"${part.replaceAll(/(["$`])/g, "\\$1")}"`;
}
