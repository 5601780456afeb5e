import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { Bridge } from "./bridge.ts";
import { createBridgeServer } from "./bridge-server.ts";
import { readEnvironment } from "./environment.ts";
import { whenProcessEnds, type Pipes } from "./process-end.ts";
import { watchedTransport } from "./watched-transport.ts";

const LONGEST_NOTE = 300;

/** Serves MCP over these pipes until nobody is left to serve, then ends the process. */
export function serveBridge(pipes: Pipes): void {
  const environment = readEnvironment();
  const note = (text: string): void => {
    process.stderr.write(`agentpass-mcp: ${text.slice(0, LONGEST_NOTE)}\n`);
  };
  const bridge = new Bridge(async (clientName) => {
    const { chooseBackend } = await import("./choose-backend.ts");
    return chooseBackend({ environment, clientName, note });
  });
  const served = serveStdio(({ era }) => createBridgeServer(bridge, era), {
    transport: watchedTransport(pipes, bridge, note),
    onerror: (error) => note(error.message),
  });
  whenProcessEnds(pipes, (exitCode) => {
    void (async () => {
      // Closing aborts the calls under way, which cancels their waits.
      await served.close();
      await bridge.end();
    })()
      .catch(() => {})
      .finally(() => process.exit(exitCode));
  });
}
