import type { BridgeCommand } from "../../shared/client-connections.ts";

/** The clients that take a link. */
export type LinkId = "cursor" | "vscode";

const ENTRY = "agentpass-sms";

/**
 * The link that opens a client with the question whether to add the bridge; nothing of it comes from a window.
 * Their forms: cursor.com/docs/mcp/install-links and code.visualstudio.com/api/extension-guides/ai/mcp.
 */
export function installLink(id: LinkId, { command, args, env }: BridgeCommand): string {
  const entry = { command, args, ...(Object.keys(env).length > 0 && { env }) };
  if (id === "vscode")
    return `vscode:mcp/install?${encodeURIComponent(JSON.stringify({ name: ENTRY, ...entry }))}`;
  const config = Buffer.from(JSON.stringify(entry)).toString("base64");
  const query = new URLSearchParams({ name: ENTRY, config });
  return `cursor://anysphere.cursor-deeplink/mcp/install?${query.toString()}`;
}
