import type { Command } from "commander";
import { findDataFolder } from "../config/load-config.ts";
import { parseDatabase } from "../config/parse-database.ts";
import { readEnvironment } from "../config/read-environment.ts";
import { queryDatabase } from "../start/query-database.ts";
import { examples } from "./examples.ts";
import { refuseFaults } from "./find-server.ts";
import { table } from "./print-table.ts";
import { runLocally, type CommandOptions } from "./run-command.ts";

/** `agentpass sql`: by the database, not by the API, for questions that no other command answers. */
export function addSqlCommand(program: Command): void {
  program
    .command("sql")
    .description("what a SELECT gives, read only; the view sms_notifications has what arrived, without texts")
    .argument("<select>", "the SELECT, quoted")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      examples(
        'sql "select phone_number, received_at, state from sms_notifications order by received_at desc limit 5"',
      ),
    )
    .action((select: string, options: CommandOptions) =>
      runLocally(options, async ({ progress }) => {
        const environment = readEnvironment();
        const place = { dataFolder: findDataFolder(environment), ...parseDatabase(environment) };
        refuseFaults(environment);
        progress("Asking the database");
        const rows = await queryDatabase(place, select);
        const titles = Object.keys(rows[0] ?? {});
        const columns = titles.map((title) => ({
          title,
          value: (row: (typeof rows)[number]) => cell(row[title]),
        }));
        return { data: rows, text: rows.length > 0 ? table(rows, columns) : "No rows." };
      }),
    );
}

function cell(value: unknown): string {
  if (value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
