import { readEnvironment } from "./environment.ts";
import { openBridge } from "./open-bridge.ts";
import { whenProcessEnds, type Pipes } from "./process-end.ts";

const LONGEST_NOTE = 300;

/** Serves MCP over these pipes until nobody is left to serve, then ends the process. */
export function serveBridge(pipes: Pipes): void {
  const environment = readEnvironment();
  const note = (text: string): void => {
    process.stderr.write(`agentpass-mcp: ${text.slice(0, LONGEST_NOTE)}\n`);
  };
  const end = openBridge({ pipes, environment, note });
  whenProcessEnds(pipes, (exitCode) => {
    void end()
      .catch(() => {})
      .finally(() => process.exit(exitCode));
  });
}
