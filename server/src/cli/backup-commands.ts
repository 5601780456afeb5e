import { fail } from "@agentpass/shared/problem";
import type { Command } from "commander";
import { findDataFolder } from "../config/load-config.ts";
import { parseDatabase } from "../config/parse-database.ts";
import { readEnvironment } from "../config/read-environment.ts";
import { makeBackup } from "../start/backup.ts";
import { finishRestore, placeBackup, type FinishedRestore } from "../start/restore.ts";
import { examples } from "./examples.ts";
import { refuseFaults } from "./find-server.ts";
import { runLocally, type CommandOptions } from "./run-command.ts";

/** `agentpass backup` and `agentpass restore`: by the data folder itself, not by the API. */
export function addBackupCommands(program: Command): void {
  addBackupCommand(program);
  addRestoreCommand(program);
}

function addBackupCommand(program: Command): void {
  program
    .command("backup")
    .description("copy the embedded database into one file, while the server runs or not")
    .argument("<folder>", "where the file is made")
    .option(
      "--keys <file>",
      "also write what opens it, to be kept elsewhere: who has both can read every message",
    )
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      examples("backup /srv/backups", "backup /srv/backups --keys /media/usb/agentpass-keys.json"),
    )
    .action((into: string, options: CommandOptions & { keys?: string }) =>
      runLocally(options, async ({ progress }) => {
        const { databaseUrl, ...place } = readPlace();
        if (databaseUrl !== null)
          fail(
            "not_allowed",
            "DATABASE_URL is set: back that PostgreSQL up by its own tools, see docs/backup.md.",
          );
        progress("Copying the database");
        const made = await makeBackup({ ...place, into, keys: options.keys ?? null });
        const keys =
          made.keys === null
            ? "The master key is not in it. Once, keep a copy of it elsewhere: give --keys."
            : `What opens it lies in ${made.keys}: keep it apart.`;
        return { data: made, text: `The backup lies in ${made.archive}.\n${keys}` };
      }),
    );
}

interface RestoreOptions extends CommandOptions {
  keys?: string;
  replace?: boolean;
  finish?: boolean;
}

function addRestoreCommand(program: Command): void {
  program
    .command("restore")
    .description("put a backup into the data folder; keys wait for an owner's word, leases end, numbers rest")
    .argument("[file]", "what agentpass backup has made")
    .option("--keys <file>", "what backup wrote with --keys, where the data folder has no master key")
    .option("--replace", "in the place of the database that is there, which is moved aside")
    .option(
      "--finish",
      "do what must follow a restore that other tools made (DATABASE_URL), or that was cut short",
    )
    .option("--yes", "do it without asking")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `\nStop the server first. What happened after the backup is unknown, so before anybody is served: every lease ends\nand every number rests, invitations are void, remembered services are forgotten, and no key works until an owner has\nlooked at the list (key list, key confirm). The owner gets a new key.\n${examples("restore /srv/backups/agentpass-2026-11-22T22-15-00Z.tar.gz --replace", "restore --finish")}`,
    )
    .action((archive: string | undefined, options: RestoreOptions) =>
      runLocally(options, async ({ confirm, progress }) => {
        const place = readPlace();
        if ((archive === undefined) !== (options.finish === true))
          return fail(
            "invalid_input",
            "Name the backup's file, or give --finish where the database is restored already.",
          );
        if (archive !== undefined && place.databaseUrl !== null)
          fail(
            "not_allowed",
            "DATABASE_URL is set: restore that PostgreSQL by its own tools, then run: pnpm agentpass restore --finish",
          );
        await confirm(
          archive === undefined
            ? "Suspend every key, end every lease and let every number rest, as after a restore?"
            : `Restore ${archive} into ${place.dataFolder}? Every key is suspended, every lease ends.`,
        );
        progress("Restoring");
        const replaced =
          archive === undefined
            ? null
            : await placeBackup({
                ...place,
                archive,
                keys: options.keys ?? null,
                replace: options.replace ?? false,
              });
        const finished = await finishRestore(place);
        return { data: { replaced, ...finished }, text: restoredText(finished, replaced) };
      }),
    );
}

function restoredText(
  { leases, keys, invitations, ownerKeyFile }: FinishedRestore,
  replaced: string | null,
): string {
  return [
    `Restored. ${leases} leases ended, every number rests, ${keys} keys wait to be confirmed, ${invitations} open invitations are void.`,
    ...(replaced === null
      ? []
      : [`The database before it lies in ${replaced}; remove it when you need it no more.`]),
    `The owner's new key lies in ${ownerKeyFile}.`,
    "Start the server, look at its keys, and confirm those that should work:",
    "  pnpm agentpass key list",
    "  pnpm agentpass key confirm <prefix> …",
  ].join("\n");
}

function readPlace() {
  const environment = readEnvironment();
  const dataFolder = findDataFolder(environment);
  const database = parseDatabase(environment);
  refuseFaults(environment);
  return { dataFolder, ...database };
}
