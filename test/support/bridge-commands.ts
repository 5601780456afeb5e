import { inject } from "vitest";
import { commandsOf } from "./bridge-builds.ts";

/** Every form in which people get the bridge: `describe.each(bridgeCommands)("the bridge from $form", …)`. */
export const bridgeCommands = commandsOf(inject("bridgeBuilds"));
