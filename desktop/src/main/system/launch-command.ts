import { join } from "node:path";
import type { BridgeCommand } from "../../shared/client-connections.ts";

export interface HowItRuns {
  /** Electron's or the packaged app's executable. */
  execPath: string;
  isPackaged: boolean;
  /** The folder of the app; what Electron is given where the app is not packaged. */
  appPath: string;
  /** Where a packaged app has what it brings along. */
  resourcesPath: string;
  /** The AppImage that this start was unpacked from: the executable in it is gone after the app. */
  appImage: string | null;
}

/** What starts this same app again, as program and arguments. */
export function launchCommand(app: HowItRuns): [string, ...string[]] {
  if (app.appImage !== null) return [app.appImage];
  return app.isPackaged ? [app.execPath] : [app.execPath, app.appPath];
}

/** What an MCP client starts as the bridge: a Node of the computer's own, with the bridge's file. */
export function bridgeCommand(app: HowItRuns): Omit<BridgeCommand, "env"> {
  const file = app.isPackaged
    ? join(app.resourcesPath, "bridge/agentpass-mcp.mjs")
    : join(app.appPath, "bin/agentpass-mcp.js");
  return { command: "node", args: [file] };
}
