import { Command } from "commander";
import { addAgentCommands } from "./agent-commands.ts";
import { addAlertsCommands } from "./alerts-commands.ts";
import { addApprovalCommands } from "./approval-commands.ts";
import { addClientCommands } from "./client-commands.ts";
import { addCompletionCommand } from "./completion-command.ts";
import { addUsageCommands } from "./usage-commands.ts";
import { addAuditCommands } from "./audit-commands.ts";
import { addBackupCommands } from "./backup-commands.ts";
import { addDeviceCommands } from "./device-commands.ts";
import { addDoctorCommand } from "./doctor-command.ts";
import { exitCodeHelp } from "./exit-code.ts";
import { addGatewayCommands } from "./gateway-commands.ts";
import { addKeyCommands } from "./key-commands.ts";
import { addMemberCommands } from "./member-commands.ts";
import { addLeaseCommands } from "./lease-commands.ts";
import { addMessageCommands } from "./message-commands.ts";
import { addNumberCommands } from "./number-commands.ts";
import { addSqlCommand } from "./sql-command.ts";
import { addTeamCommands } from "./team-commands.ts";
import { addSettingsCommands } from "./settings-commands.ts";
import { addSignUpSiteCommand } from "./sign-up-site-command.ts";
import { simulateCommand } from "./simulate-command.ts";
import { addTwilioEmulatorCommand } from "./twilio-emulator-command.ts";
import { addWatchCommand } from "./watch-command.ts";

/** The whole `agentpass` command, one line a noun. */
export function agentpassProgram(): Command {
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
  addApprovalCommands(program);
  addTeamCommands(program);
  addMemberCommands(program);
  addDeviceCommands(program);
  addKeyCommands(program);
  addNumberCommands(program);
  addGatewayCommands(program);
  addLeaseCommands(program);
  addMessageCommands(program);
  addSettingsCommands(program);
  addWatchCommand(program);
  addClientCommands(program);
  addDoctorCommand(program);
  program.addCommand(simulateCommand());
  addSignUpSiteCommand(program);
  addTwilioEmulatorCommand(program);
  addCompletionCommand(program);
  addAuditCommands(program);
  addUsageCommands(program);
  addSqlCommand(program);
  addBackupCommands(program);
  addAlertsCommands(program);
  return program;
}
