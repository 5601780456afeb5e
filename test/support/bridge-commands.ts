import { join } from "node:path";
import { inject } from "vitest";
import { checkoutBridge, type BridgeCommand } from "./bridge-process.ts";

const { npmPackage, executable } = inject("bridgeBuilds");

/** Every form in which people get the bridge: `describe.each(bridgeCommands)("the bridge from $form", …)`. */
export const bridgeCommands: readonly BridgeCommand[] = [
  checkoutBridge,
  {
    form: "the npm package",
    command: process.execPath,
    args: [join(npmPackage, "bin/agentpass-mcp.js")],
  },
  { form: "the executable", command: executable, args: [] },
];
