/** `pnpm --filter @agentpass/desktop npm-package`: the built bridge as an npm package, in dist/npm. */
import { fileURLToPath } from "node:url";
import { writeNpmPackage } from "./bridge/npm-package.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
writeNpmPackage(here("../out/bridge/agentpass-mcp.cjs"), here("../dist/npm"));
