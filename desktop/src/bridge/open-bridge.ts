import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { Bridge } from "./bridge.ts";
import { createBridgeServer } from "./bridge-server.ts";
import type { BridgeEnvironment } from "./environment.ts";
import type { Pipes } from "./process-end.ts";
import { watchedTransport } from "./watched-transport.ts";

export interface BridgeOrder {
  pipes: Pipes;
  environment: BridgeEnvironment;
  /** Writes a line for the people who run this. */
  note: (text: string) => void;
}

/** Serves MCP over these pipes. Gives what ends it: calls under way are cancelled, and what did not arrive given back. */
export function openBridge({ pipes, environment, note }: BridgeOrder): () => Promise<void> {
  const bridge = new Bridge(async (clientName) => {
    const { chooseBackend } = await import("./choose-backend.ts");
    return chooseBackend({ environment, clientName, note });
  });
  const served = serveStdio(({ era }) => createBridgeServer(bridge, era), {
    transport: watchedTransport(pipes, bridge, note),
    onerror: (error) => note(error.message),
  });
  return async () => {
    // Closing aborts the calls under way, which cancels their waits.
    await served.close();
    await bridge.end();
  };
}
