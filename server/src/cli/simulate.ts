/** `pnpm simulate`: the same as `pnpm agentpass simulate`. */
import { exitOnUsageError } from "./exit-on-usage-error.ts";
import { simulateCommand } from "./simulate-command.ts";

await exitOnUsageError(simulateCommand());
