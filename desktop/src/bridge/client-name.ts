import { CLIENT_INFO_META_KEY, type Server, type ServerContext } from "@modelcontextprotocol/server";

/** What the client of a request calls itself; empty where it says nothing. */
export function clientName(server: Server, { mcpReq }: ServerContext): string {
  // The stateless era names the client on every request, the older one once, when it connects.
  return nameIn(mcpReq.envelope) || nameOf(server.getClientVersion());
}

/** The client's name in the envelope of a request of the stateless era; empty where there is none. */
export function nameIn(envelope: Readonly<Record<string, unknown>> = {}): string {
  return nameOf(envelope[CLIENT_INFO_META_KEY]);
}

function nameOf(client: unknown): string {
  return typeof client === "object" && client !== null && "name" in client ? String(client.name) : "";
}
