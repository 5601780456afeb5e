import type { AlertView } from "@agentpass/shared/alert-api";
import type { Command } from "commander";
import { examples } from "./examples.ts";
import { localTime, table, type Column } from "./print-table.ts";
import { runCommand } from "./run-command.ts";

interface JsonOption {
  json?: boolean;
}

const columns: Column<AlertView>[] = [
  { title: "ALERT", value: ({ name }) => name },
  { title: "STATE", value: ({ firing, since }) => (firing ? "FIRING" : since === null ? "-" : "quiet") },
  { title: "SINCE", value: ({ since }) => since && localTime(since) },
  { title: "FIRES", value: ({ threshold }) => threshold, cut: true },
];

/** `agentpass alerts …` */
export function addAlertsCommands(program: Command): void {
  const alerts = program
    .command("alerts")
    .description("the built-in alerts, which the server posts to ALERT_WEBHOOK_URL");
  alerts
    .command("list")
    .description("every alert, and whether it fires")
    .option("--json", "print JSON")
    .addHelpText("after", examples("alerts list"))
    .action((options: JsonOption) =>
      runCommand(options, async (server) => {
        const report = await server.alert.list.query();
        const note = report.watched ? "" : "Nothing is watched: ALERT_WEBHOOK_URL is not set.\n\n";
        return { data: report, text: note + table(report.alerts, columns) };
      }),
    );
  alerts
    .command("test")
    .description("post a test message to the chat")
    .option("--json", "print JSON")
    .addHelpText("after", examples("alerts test"))
    .action((options: JsonOption) =>
      runCommand(options, async (server) => {
        const tested = await server.alert.test.mutate();
        return { data: tested, text: `Posted: ${tested.text}` };
      }),
    );
}
