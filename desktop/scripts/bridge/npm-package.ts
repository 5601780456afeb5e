import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const from = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Makes `folder` anew: the npm package of the bridge, whose program is the built `bundle`; nothing else is installed with it. */
export function writeNpmPackage(bundle: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "bin"), { recursive: true });
  copyFileSync(from("../../bin/agentpass-mcp.js"), join(folder, "bin/agentpass-mcp.js"));
  copyFileSync(bundle, join(folder, "bin/bridge.cjs"));
  copyFileSync(from("../../resources/bridge/README.md"), join(folder, "README.md"));
  copyFileSync(from("../../../LICENSE"), join(folder, "LICENSE"));
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(manifest(), null, 2)}\n`);
}

function manifest(): object {
  const { version, license, author } = JSON.parse(readFileSync(from("../../package.json"), "utf8")) as Record<
    "version" | "license" | "author",
    string
  >;
  return {
    name: "agentpass-mcp",
    version,
    description: "MCP server that gives AI agents phone numbers and the SMS codes sent to them",
    license,
    author,
    keywords: ["mcp", "mcp-server", "sms", "otp"],
    type: "module",
    bin: { "agentpass-mcp": "bin/agentpass-mcp.js" },
    files: ["bin"],
    // bin/agentpass-mcp.js says so itself too, and to whom.
    engines: { node: ">=20.12" },
  };
}
