import {
  isJSONRPCNotification,
  isJSONRPCRequest,
  type JSONRPCMessage,
  type Transport,
} from "@modelcontextprotocol/server";
import { StdioServerTransport } from "@modelcontextprotocol/server/stdio";
import type { Bridge } from "./bridge.ts";
import type { Pipes } from "./process-end.ts";
import { ReadableLines } from "./readable-lines.ts";

/**
 * The stdio transport, with an eye on what the protocol layer above does not tell: when a call arrived, and
 * cancellations of calls that were answered already. `note` writes a line for the people who run this.
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
  if (isJSONRPCRequest(message) && message.method === "tools/call") bridge.callArrived(message.id);
  if (!isJSONRPCNotification(message) || message.method !== "notifications/cancelled") return;
  const id: unknown = message.params?.["requestId"];
  if (typeof id === "string" || typeof id === "number") bridge.callCancelled(id);
}
