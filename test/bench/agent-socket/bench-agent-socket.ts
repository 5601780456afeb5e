import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TrayBackend } from "../../../desktop/src/bridge/tray-backend.ts";
import { BridgeConnection } from "../../../desktop/src/main/agent-socket/bridge-connection.ts";

const WARM_UP = 500;

/** Microseconds that one call takes from the bridge to the tray and back, the server's work not counted: p50, p99. */
export async function benchAgentSocket(calls: number): Promise<{ p50: number; p99: number }> {
  const folder = mkdtempSync(join(tmpdir(), "agentpass-bench-"));
  const server = createServer((socket) => {
    const connection: BridgeConnection = new BridgeConnection(socket, {
      onHello: () => {},
      onCall: async () => ({ messages: [] }),
      onOutdated: ({ message }) => connection.refuse({ code: "outdated", message }),
      onBug: console.error,
      onClosed: () => {},
    });
  });
  const path = join(folder, "agents.sock");
  await new Promise<void>((resolve) => server.listen(path, resolve));
  const backend = new TrayBackend({
    path,
    clientName: "bench",
    tokenFile: join(folder, "token.json"),
    onNote: console.error,
  });
  const times: number[] = [];
  for (let call = 0; call < calls + WARM_UP; call += 1) {
    const start = performance.now();
    await backend.listMessages({});
    if (call >= WARM_UP) times.push((performance.now() - start) * 1000);
  }
  backend.close();
  server.close();
  rmSync(folder, { recursive: true });
  times.sort((one, other) => one - other);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}
