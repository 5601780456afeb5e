import {
  isJSONRPCNotification,
  isJSONRPCRequest,
  type JSONRPCMessage,
  type Transport,
} from "@modelcontextprotocol/server";
import { StdioServerTransport } from "@modelcontextprotocol/server/stdio";
import type { Bridge } from "./bridge.ts";
import type { Pipes } from "./process-end.ts";

/**
 * The stdio transport, with an eye on what the protocol layer above does not tell: when a call arrived, and
 * cancellations of calls that were answered already.
 */
export function watchedTransport(pipes: Pipes, bridge: Bridge): Transport {
  const inner = new StdioServerTransport(pipes.input, pipes.output);
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
  if (isJSONRPCRequest(message) && message.method === "tools/call") bridge.callArrived(message.id);
  if (!isJSONRPCNotification(message) || message.method !== "notifications/cancelled") return;
  const id: unknown = message.params?.["requestId"];
  if (typeof id === "string" || typeof id === "number") bridge.callCancelled(id);
}
