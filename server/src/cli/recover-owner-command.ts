import type { Command } from "commander";
import { findDataFolder } from "../config/load-config.ts";
import { parseDatabase } from "../config/parse-database.ts";
import { readEnvironment } from "../config/read-environment.ts";
import { recoverOwnerKey } from "../start/recover-owner-key.ts";
import { examples } from "./examples.ts";
import { refuseFaults } from "./find-server.ts";
import { runLocally, type CommandOptions } from "./run-command.ts";

/** `agentpass key recover-owner`: by the database, not by the API, for who has lost the owner's key. */
export function addRecoverOwnerCommand(key: Command): void {
  key
    .command("recover-owner")
    .description("make a new owner's key by the database itself, into the data folder's owner-key file")
    .option("--yes", "do it without asking")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `\nIt needs the database: the embedded one of AGENTPASS_DATA_DIR (the server may run or not), or DATABASE_URL with\nAGENTPASS_MASTER_KEY. It is put on the team's record. Earlier keys go on: see key list, and revoke what was lost.\n${examples("key recover-owner --yes")}`,
    )
    .action((options: CommandOptions) =>
      runLocally(options, async ({ confirm, progress }) => {
        const environment = readEnvironment();
        const dataFolder = findDataFolder(environment);
        const database = parseDatabase(environment);
        refuseFaults(environment);
        await confirm(`Make a new owner's key and write it over ${dataFolder}/owner-key?`);
        progress("Opening the database");
        const made = await recoverOwnerKey({ dataFolder, ...database });
        const text = `A new key of the owner ${made.memberName} lies in ${made.keyFile}. Its prefix is ${made.prefix}.`;
        return { data: made, text };
      }),
    );
}
