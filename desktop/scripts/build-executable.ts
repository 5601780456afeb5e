/** `pnpm --filter @agentpass/desktop executable`: the built bridge as an executable of this platform, in out/executable. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildExecutable, executableName } from "./bridge/executable.ts";

const out = fileURLToPath(new URL("../out", import.meta.url));
mkdirSync(join(out, "executable"), { recursive: true });
buildExecutable(join(out, "bridge/agentpass-mcp.cjs"), join(out, "executable", executableName));
