import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageFacts } from "./package-facts.ts";

const from = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const LICENSES = "THIRD-PARTY-LICENSES.md";

/** Makes `folder` anew: the npm package of the bridge as it was built into the folder `built`; nothing else is installed with it. */
export function writeNpmPackage(built: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "bin"), { recursive: true });
  copyFileSync(from("../../bin/agentpass-mcp.js"), join(folder, "bin/agentpass-mcp.js"));
  copyFileSync(join(built, "agentpass-mcp.cjs"), join(folder, "bin/bridge.cjs"));
  copyFileSync(join(built, LICENSES), join(folder, LICENSES));
  copyFileSync(from("../../resources/bridge/README.md"), join(folder, "README.md"));
  copyFileSync(from("../../../LICENSE"), join(folder, "LICENSE"));
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest(), null, 2)}\n`);
}

function manifest(): object {
  return {
    name: "agentpass-mcp",
    description: "MCP server that gives AI agents phone numbers and the SMS codes sent to them",
    ...packageFacts(),
    keywords: ["mcp", "mcp-server", "sms", "otp"],
    type: "module",
    bin: { "agentpass-mcp": "bin/agentpass-mcp.js" },
    files: ["bin", LICENSES],
    // bin/agentpass-mcp.js says so itself too, and to whom.
    engines: { node: ">=20.12" },
  };
}
