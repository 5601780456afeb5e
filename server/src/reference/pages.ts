import { agentpassProgram } from "../cli/program.ts";
import { appRouter } from "../rpc/app-router.ts";
import { apiPage } from "./api-page.ts";
import { commandsPage } from "./commands-page.ts";
import { proceduresOf } from "./procedures.ts";
import { metricsPage } from "./metrics-page.ts";
import { settingsPage } from "./settings-page.ts";

/** The pages of docs/ that are made from the code, by their names there. */
export const pages: Readonly<Record<string, () => string>> = {
  "api.md": () => apiPage(proceduresOf(appRouter)),
  "commands.md": () => commandsPage(agentpassProgram()),
  "metrics.md": metricsPage,
  "settings.md": settingsPage,
};
