/** `pnpm agentpass <command>`: the admin's and operator's command. */
import { Command } from "commander";
import { exitOnUsageError } from "./exit-on-usage-error.ts";
import { exitCodeHelp } from "./exit-code.ts";
import { addAgentCommands } from "./agent-commands.ts";
import { addKeyCommands } from "./key-commands.ts";
import { addMessageCommands } from "./message-commands.ts";
import { addNumberCommands } from "./number-commands.ts";

const program = new Command("agentpass")
  .description("Looks at and manages a running AgentPass SMS server.")
  .addHelpText(
    "after",
    `
The server is the one that runs on this machine's data folder, with the owner's key that lies there; with
AGENTPASS_API_URL and AGENTPASS_API_KEY (or AGENTPASS_API_KEY_FILE) set, the one at that address.
${exitCodeHelp}`,
  );
addAgentCommands(program);
addKeyCommands(program);
addNumberCommands(program);
addMessageCommands(program);
await exitOnUsageError(program);
