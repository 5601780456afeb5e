/** `pnpm --filter @agentpass/desktop packages`: the built bridge as npm package and .mcpb bundle, in dist/bridge. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildMcpbBundle } from "./bridge/mcpb-bundle.ts";
import { writeNpmPackage } from "./bridge/npm-package.ts";

const desktop = fileURLToPath(new URL("..", import.meta.url));
const npmPackage = join(desktop, "dist/bridge/npm");
writeNpmPackage(join(desktop, "out/bridge"), npmPackage);
await buildMcpbBundle(npmPackage, join(desktop, "dist/bridge/agentpass-sms.mcpb"));
