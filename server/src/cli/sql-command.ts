import type { Command } from "commander";
import { findDataFolder } from "../config/load-config.ts";
import { parseDatabase } from "../config/parse-database.ts";
import { readEnvironment } from "../config/read-environment.ts";
import { queryDatabase } from "../start/query-database.ts";
import type { QueryResult } from "../store/read-only-query.ts";
import { examples } from "./examples.ts";
import { refuseFaults } from "./find-server.ts";
import { table } from "./print-table.ts";
import { runLocally, type CommandOptions } from "./run-command.ts";

/** `agentpass sql`: the database itself, for who may read its folder or has DATABASE_URL. */
export function addSqlCommand(program: Command): void {
  program
    .command("sql")
    .description("ask the database one question in SQL, read only")
    .argument("<query>", "one statement; texts and codes are encrypted in the tables")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `\nIt needs the database: the embedded one of AGENTPASS_DATA_DIR (the server may run or not), or DATABASE_URL. The view\nsms_notifications has what arrived: phone_number, id, received_at, stored_at, expires_at, state.\n${examples(
        'sql "select * from sms_notifications order by received_at desc limit 10"',
      )}`,
    )
    .action((query: string, options: CommandOptions) =>
      runLocally(options, async ({ progress }) => {
        const environment = readEnvironment();
        const place = { dataFolder: findDataFolder(environment), ...parseDatabase(environment) };
        refuseFaults(environment);
        progress("Opening the database");
        const found = await queryDatabase(place, query);
        return { data: asObjects(found), text: asTable(found) };
      }),
    );
}

const asObjects = ({ columns, rows }: QueryResult): Record<string, string | null>[] =>
  rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index] ?? null])));

function asTable({ columns, rows }: QueryResult): string {
  if (rows.length === 0) return "No rows.";
  return table(
    rows,
    columns.map((title, index) => ({ title, value: (row) => row[index], cut: true as const })),
  );
}
