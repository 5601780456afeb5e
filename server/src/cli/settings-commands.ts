import { fail } from "@agentpass/shared/problem";
import { Argument, type Command } from "commander";
import { settingNames } from "../domain/settings-change.ts";
import { examples } from "./examples.ts";
import { table, type Column } from "./print-table.ts";
import { runCommand, type CommandOptions } from "./run-command.ts";
import type { ServerClient } from "./server-client.ts";
import { parseSettingText, settingText } from "./setting-text.ts";

type Setting = Awaited<ReturnType<ServerClient["settings"]["get"]["query"]>>[number];

const columns: Column<Setting>[] = [
  { title: "SETTING", value: (setting) => setting.name },
  { title: "VALUE", value: (setting) => settingText(setting.name, setting.value) },
  { title: "DEFAULT", value: (setting) => settingText(setting.name, setting.default) },
  { title: "WHAT IT DOES", value: (setting) => setting.description, cut: true },
];

/** `agentpass settings …` */
export function addSettingsCommands(program: Command): void {
  const settings = program
    .command("settings")
    .description("what the team may set, e.g. how long numbers rest");

  settings
    .command("list")
    .description("every setting, its value and its default")
    .option("--json", "print JSON")
    .addHelpText("after", examples("settings list"))
    .action((options: CommandOptions) =>
      runCommand(options, async (server) => {
        const all = await server.settings.get.query();
        return { data: all, text: table(all, columns) };
      }),
    );

  settings
    .command("get")
    .description("one setting: what it does, its value and its default")
    .addArgument(settingArgument())
    .option("--json", "print JSON")
    .addHelpText("after", examples("settings get quarantineMs"))
    .action((name: string, options: CommandOptions) =>
      runCommand(options, async (server) => {
        const setting = named(await server.settings.get.query(), name);
        return { data: setting, text: `${lineOf(setting)}\n${setting.description}` };
      }),
    );

  settings
    .command("set")
    .description("change one setting; it holds from the next call on")
    .addArgument(settingArgument())
    .argument(
      "<value>",
      "durations with their unit: 90s, 30m, 24h; on or off; none for no limit; default to undo",
    )
    .option("--yes", "do it without asking")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      examples(
        "settings set quarantineMs 48h",
        "settings set agentBodies off",
        "settings set leaseIdleMs default",
      ),
    )
    .action((name: string, text: string, options: CommandOptions) =>
      runCommand(options, async (server, { confirm }) => {
        const before = named(await server.settings.get.query(), name);
        const reset = text === "default";
        const value = reset ? before.default : parseSettingText(name, text);
        if (erasesTexts(before, value))
          await confirm(
            `Erase the texts of messages after ${settingText(name, value)} instead of ${settingText(name, before.value)}? Older ones go within a minute.`,
          );
        const { changed } = await server.settings.set.mutate(
          reset ? { reset: [before.name] } : { change: { [name]: value } },
        );
        const [after = before] = changed;
        return {
          data: after,
          text: changed.length > 0 ? lineOf(after) : `${lineOf(after)}; it was so before`,
        };
      }),
    );
}

function settingArgument(): Argument {
  return new Argument("<setting>", "its name").choices(settingNames);
}

function named(all: readonly Setting[], name: string): Setting {
  return (
    all.find((setting) => setting.name === name) ??
    fail("not_found", `There is no setting ${JSON.stringify(name)}; see: pnpm agentpass settings list`)
  );
}

function lineOf({ name, value, default: standard }: Setting): string {
  return `${name} = ${settingText(name, value)} (default ${settingText(name, standard)})`;
}

function erasesTexts(before: Setting, value: unknown): boolean {
  return before.name === "bodyRetentionMs" && typeof value === "number" && value < Number(before.value);
}
