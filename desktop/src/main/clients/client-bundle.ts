import { existsSync } from "node:fs";
import { join } from "node:path";
import type { HowItRuns } from "../system/launch-command.ts";

const NAME = "agentpass-sms.mcpb";

/** The bundle for Claude Desktop that an installed app brings along, or that a checkout has built; null without one. */
export function clientBundle(
  app: Pick<HowItRuns, "isPackaged" | "appPath"> & { resourcesPath: string },
): string | null {
  const path = app.isPackaged ? join(app.resourcesPath, NAME) : join(app.appPath, "dist/bridge", NAME);
  return existsSync(path) ? path : null;
}
