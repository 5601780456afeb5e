#!/usr/bin/env node
/** `pnpm agentpass <command>`: the admin's and operator's command. */
import { useCompileCache } from "../start/compile-cache.ts";

useCompileCache();
const [{ exitOnUsageError }, { agentpassProgram }] = await Promise.all([
  import("./exit-on-usage-error.ts"),
  import("./program.ts"),
]);
await exitOnUsageError(agentpassProgram());
