#!/usr/bin/env node
/** `pnpm agentpass <command>`: the admin's and operator's command. */
import { exitOnUsageError } from "./exit-on-usage-error.ts";
import { agentpassProgram } from "./program.ts";

await exitOnUsageError(agentpassProgram());
