import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { text as readAll } from "node:stream/consumers";
import { clientIds, type ClientId } from "@agentpass/shared/client-ids";
import { clientReply, type ClientTask } from "@agentpass/shared/client-reply";
import { ProblemError } from "@agentpass/shared/problem";
import { Argument, type Command } from "commander";
import { findDataFolder } from "../config/load-config.ts";
import { readEnvironment, repositoryRoot } from "../config/read-environment.ts";
import { examples } from "./examples.ts";
import { exitCodes } from "./exit-code.ts";
import { refuseFaults } from "./find-server.ts";
import { runLocally, type Answer, type CommandOptions } from "./run-command.ts";

/** The part of desktop/ that knows the clients' configuration: a program, since server and desktop share no code. */
const CLIENTS = path.join(repositoryRoot, "desktop", "src", "clients", "clients-main.ts");

/** `agentpass clients`, `connect`, `verify` and `disconnect` */
export function addClientCommands(program: Command): void {
  program
    .command("clients")
    .description("the MCP clients of this computer, and which of them start AgentPass")
    .option("--json", "print JSON")
    .addHelpText("after", examples("clients", "clients --json"))
    .action((options: CommandOptions) => runLocally(options, () => ask(["list"])));
  program
    .command("connect")
    .description("write AgentPass into an MCP client's own configuration")
    .addArgument(clientArgument())
    .option("--print", "show what would be written, and write nothing")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `${examples("connect claude-code", "connect zed --print")}

Everything else in the client's file stays byte for byte, and a copy of it goes to client-backups in the data folder.`,
    )
    .action((client: ClientId, options: CommandOptions & { print?: boolean }) =>
      runLocally(options, () => ask([options.print ? "preview" : "connect", client])),
    );
  program
    .command("verify")
    .description("start AgentPass as an MCP client is configured to, and check its answers")
    .addArgument(clientArgument())
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `${examples("verify claude-code")}

Nothing is taken or leased. The exit code is 1 where a check fails.`,
    )
    .action((client: ClientId, options: CommandOptions) =>
      runLocally(options, async ({ progress }) => {
        progress("Starting AgentPass as the client would");
        return ask(["verify", client]);
      }),
    );
  program
    .command("disconnect")
    .description("take AgentPass out of an MCP client's configuration, and nothing else")
    .addArgument(clientArgument())
    .option("--json", "print JSON")
    .addHelpText("after", examples("disconnect claude-code"))
    .action((client: ClientId, options: CommandOptions) =>
      runLocally(options, () => ask(["disconnect", client])),
    );
}

function clientArgument(): Argument {
  return new Argument("<client>", "the client's name").choices(clientIds);
}

async function ask(task: [ClientTask, ...ClientId[]]): Promise<Answer> {
  const environment = readEnvironment();
  const dataFolder = findDataFolder(environment);
  refuseFaults(environment);
  const child = spawn(process.execPath, [CLIENTS, ...task], {
    env: { ...process.env, AGENTPASS_DATA_DIR: dataFolder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = await Promise.all([readAll(child.stdout), once(child, "close")]);
  const reply = clientReply.parse(JSON.parse(said));
  if ("problem" in reply) throw new ProblemError(reply.problem);
  if (!reply.ok) process.exitCode = exitCodes.failed;
  return { data: reply.data, text: reply.text };
}
