import type { Server } from "@modelcontextprotocol/server";
import type { Bridge } from "../bridge.ts";
import { clientName } from "../client-name.ts";
import { messagesTemplate } from "./number-uri.ts";

/** 2025's handshake, or the stateless revision of 2026-07-28. */
export type ProtocolEra = "legacy" | "modern";

/** The SMS of a number, as a resource that clients show to people. */
const messagesResource = {
  uriTemplate: messagesTemplate,
  name: "sms-messages",
  title: "SMS to a number",
  description: "The SMS that one of your numbers received, newest first, as list_sms gives them.",
  mimeType: "application/json",
};

/** The numbers and their SMS as resources, with subscriptions. The code that reads them loads with the first request. */
export function handleResources(server: Server, bridge: Bridge, era: ProtocolEra): void {
  const uris = new Set<string>();
  let hasListed = false;
  const want = (): void => {
    // The later era says what it wants to hear in requests of its own (watched-transport).
    if (era === "legacy") bridge.watch.want(server, { uris: [...uris], list: hasListed });
  };
  bridge.watch.notifier = {
    // Where the pipe is gone, its end is noticed elsewhere.
    updated: (uri) => void server.sendResourceUpdated({ uri }).catch(() => {}),
    listChanged: () => void server.sendResourceListChanged().catch(() => {}),
  };
  server.setRequestHandler("resources/templates/list", () => ({ resourceTemplates: [messagesResource] }));
  server.setRequestHandler("resources/list", async () => {
    hasListed = true;
    want();
    // Clients list at their start, and that must neither wait for anything nor ask a person anything.
    if (bridge.linked === null) return { resources: [] };
    const { listResources } = await import("./serve-resources.ts");
    return listResources(bridge.linked);
  });
  server.setRequestHandler("resources/read", async ({ params }, context) => {
    bridge.clientName = clientName(server, context);
    const { readResource } = await import("./serve-resources.ts");
    return readResource(bridge, params.uri);
  });
  server.setRequestHandler("resources/subscribe", async ({ params }, context) => {
    bridge.clientName = clientName(server, context);
    const { reachResource } = await import("./serve-resources.ts");
    await reachResource(bridge, params.uri);
    uris.add(params.uri);
    want();
    return {};
  });
  server.setRequestHandler("resources/unsubscribe", ({ params }) => {
    uris.delete(params.uri);
    want();
    return {};
  });
}
