import {
  isJSONRPCNotification,
  isJSONRPCRequest,
  type JSONRPCMessage,
  type JSONRPCRequest,
  type Transport,
} from "@modelcontextprotocol/server";
import { StdioServerTransport } from "@modelcontextprotocol/server/stdio";
import { z } from "zod";
import type { Bridge } from "./bridge.ts";
import { nameIn } from "./client-name.ts";
import type { Pipes } from "./process-end.ts";
import { ReadableLines } from "./readable-lines.ts";
import { numberOfUri } from "./resources/number-uri.ts";

/**
 * The stdio transport, with an eye on what the protocol layer above does not tell: when a call arrived, what a
 * subscription of the 2026 era is for, and cancellations of either, of calls also after their answer. `note` writes a
 * line for the people who run this.
 */
export function watchedTransport(pipes: Pipes, bridge: Bridge, note: (text: string) => void): Transport {
  const lines = new ReadableLines(() => note("A line of more than 8 MiB on stdin was passed over."));
  const inner = new StdioServerTransport(pipes.input.pipe(lines), pipes.output);
  const outer: Transport = {
    start: () => inner.start(),
    send: (message) => inner.send(message),
    close: () => inner.close(),
  };
  const heard: Partial<Transport> = {
    onclose: () => outer.onclose?.(),
    onerror: (error) => outer.onerror?.(error),
    onmessage: (message, extra) => {
      observe(message, bridge);
      outer.onmessage?.(message, extra);
    },
  };
  Object.assign(inner, heard);
  return outer;
}

function observe(message: JSONRPCMessage, bridge: Bridge): void {
  if (isJSONRPCRequest(message)) {
    if (message.method === "tools/call") bridge.callArrived(message.id);
    if (message.method === "subscriptions/listen") listen(message, bridge);
  }
  if (!isJSONRPCNotification(message) || message.method !== "notifications/cancelled") return;
  const id: unknown = message.params?.["requestId"];
  if (typeof id === "string" || typeof id === "number") bridge.callCancelled(id);
}

const heldFilter = z.object({
  notifications: z.object({
    resourcesListChanged: z.boolean().default(false),
    resourceSubscriptions: z.array(z.string()).default([]),
  }),
});

/** A subscription of the 2026 era; one that the protocol layer refuses is none. */
function listen({ id, params }: JSONRPCRequest, bridge: Bridge): void {
  const { success, data } = heldFilter.safeParse(params);
  if (!success) return;
  const { resourceSubscriptions, resourcesListChanged } = data.notifications;
  bridge.clientName = nameIn(params?._meta);
  bridge.listening(id, {
    uris: resourceSubscriptions.filter((uri) => numberOfUri(uri) !== null),
    list: resourcesListChanged,
  });
}
