/** `pnpm simulate`: the same as `pnpm agentpass simulate`. */
import { useCompileCache } from "../start/compile-cache.ts";

useCompileCache();
const [{ exitOnUsageError }, { simulateCommand }] = await Promise.all([
  import("./exit-on-usage-error.ts"),
  import("./simulate-command.ts"),
]);
await exitOnUsageError(simulateCommand());
