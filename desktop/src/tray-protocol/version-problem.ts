import type { Problem } from "@agentpass/shared/problem";
import { compareVersions, type Compatibility, VERSION } from "@agentpass/shared/version";
import { PROTOCOL } from "./limits.ts";

/** What one side said of itself. */
export interface SpokenVersion {
  protocol: number;
  version: string;
}

export const ownVersion: SpokenVersion = { protocol: PROTOCOL, version: VERSION };

/** Why tray and bridge cannot work together, and which of them must be updated; null where they can. */
export function versionProblem({ tray, bridge }: Record<"tray" | "bridge", SpokenVersion>): Problem | null {
  switch (match(tray, bridge)) {
    case "compatible":
      return null;
    case "own_too_old":
      return {
        code: "outdated",
        message: `The AgentPass app is version ${tray.version}, too old for this MCP bridge of version ${bridge.version}. Update the AgentPass app, then repeat the call.`,
      };
    case "other_too_old":
      return {
        code: "outdated",
        message: `This MCP bridge is version ${bridge.version}, too old for the AgentPass app of version ${tray.version}. Update the bridge, and restart this MCP server.`,
      };
  }
}

/** As the tray sees it. */
function match(tray: SpokenVersion, bridge: SpokenVersion): Compatibility {
  if (tray.protocol !== bridge.protocol)
    return tray.protocol < bridge.protocol ? "own_too_old" : "other_too_old";
  return compareVersions(tray.version, bridge.version);
}
