import { join } from "node:path";
import type { BridgeCommand } from "../../shared/client-connections.ts";
import { bridgeExecutable } from "./install-bridge.ts";

export interface HowItRuns {
  /** Electron's or the packaged app's executable. */
  execPath: string;
  isPackaged: boolean;
  /** The folder of the app; what Electron is given where the app is not packaged. */
  appPath: string;
  /** The AppImage that this start was unpacked from: the executable in it is gone after the app. */
  appImage: string | null;
  dataFolder: string;
  /** A checkout's Node, which started the app; null where somebody started Electron by hand. */
  node: string | null;
}

/** How `pnpm tray` hands its Node over, which runs the bridge: Electron is none. */
const NODE_SWITCH = "--agentpass-node=";

export function nodeAmong(argv: readonly string[]): string | null {
  return argv.find((argument) => argument.startsWith(NODE_SWITCH))?.slice(NODE_SWITCH.length) || null;
}

/** What starts this same app again, as program and arguments. */
export function launchCommand(app: HowItRuns): [string, ...string[]] {
  if (app.appImage !== null) return [app.appImage];
  if (app.isPackaged) return [app.execPath];
  return [app.execPath, app.appPath, ...(app.node === null ? [] : [NODE_SWITCH + app.node])];
}

/**
 * What an MCP client starts as the bridge, by paths that hold as long as the app: an installed app's own executable, as
 * it was copied to the data folder; a checkout's source with the Node that started the app.
 */
export function bridgeCommand(app: HowItRuns): Omit<BridgeCommand, "env"> {
  if (app.isPackaged) return { command: bridgeExecutable(app.dataFolder), args: [] };
  return { command: app.node ?? "node", args: [join(app.appPath, "bin/agentpass-mcp.js")] };
}
