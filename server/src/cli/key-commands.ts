import { Option, type Command } from "commander";
import { examples } from "./examples.ts";
import { localTime, table, type Column } from "./print-table.ts";
import { runCommand } from "./run-command.ts";
import type { ServerClient } from "./server-client.ts";

interface JsonOption {
  json?: boolean;
}

type Key = Awaited<ReturnType<ServerClient["key"]["list"]["query"]>>[number];

const columns: Column<Key>[] = [
  { title: "PREFIX", value: (key) => key.prefix },
  { title: "KIND", value: (key) => key.kind },
  { title: "NAME", value: (key) => key.name, cut: true },
  { title: "CREATED", value: (key) => localTime(key.createdAt) },
  { title: "LAST USED", value: (key) => localTime(key.lastUsedAt) },
  { title: "REVOKED", value: (key) => localTime(key.revokedAt) },
  { title: "ID", value: (key) => key.id },
];

/** `agentpass key …` */
export function addKeyCommands(program: Command): void {
  const key = program.command("key").description("keys of agents and admins");

  key
    .command("create")
    .description("make a key; it is shown once")
    .addOption(new Option("--kind <kind>", "whose key").choices(["agent", "admin"]).makeOptionMandatory())
    .requiredOption("--name <name>", "the agent's or the admin's name")
    .option("--json", "print JSON")
    .addHelpText("after", examples("key create --kind agent --name my-agent --json"))
    .action((options: JsonOption & { kind: "agent" | "admin"; name: string }) =>
      runCommand(options, async (server) => {
        const made = await server.key.create.mutate({ kind: options.kind, name: options.name });
        const text = `${made.key}\n\nThis is the key of the ${made.kind} "${made.name}", shown this once: give it as AGENTPASS_API_KEY. Its prefix is ${made.prefix}.`;
        return { data: made, text };
      }),
    );

  key
    .command("list")
    .description("all keys, oldest first")
    .option("--json", "print JSON")
    .addHelpText("after", examples("key list"))
    .action((options: JsonOption) =>
      runCommand(options, async (server) => {
        const keys = await server.key.list.query();
        return { data: keys, text: table(keys, columns) };
      }),
    );

  key
    .command("revoke")
    .description("end a key at once: its holder gets no call and no event after this")
    .argument("<id>", "the key's id or prefix")
    .option("--yes", "do it without asking")
    .option("--json", "print JSON")
    .addHelpText("after", examples("key revoke ap_agent_0a1b2c3d4e5f --yes"))
    .action((id: string, options: JsonOption & { yes?: boolean }) =>
      runCommand(options, async (server, { confirm }) => {
        await confirm(`Revoke the key ${id}? Whoever uses it is cut off at once.`);
        const revoked = await server.key.revoke.mutate({ id });
        const already = revoked.status === "already_revoked";
        return { data: revoked, text: `The key ${id} ${already ? "was revoked before" : "is revoked"}.` };
      }),
    );
}
