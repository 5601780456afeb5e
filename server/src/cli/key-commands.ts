import type { TeamKey } from "@agentpass/shared/key-api";
import { fail } from "@agentpass/shared/problem";
import { Option, type Command } from "commander";
import { duration } from "./arguments.ts";
import { examples } from "./examples.ts";
import { localTime, table, type Column } from "./print-table.ts";
import { addRecoverOwnerCommand } from "./recover-owner-command.ts";
import { runCommand, type CommandOptions } from "./run-command.ts";

const columns: Column<TeamKey>[] = [
  { title: "PREFIX", value: (key) => key.prefix },
  { title: "KIND", value: (key) => key.kind },
  { title: "NAME", value: (key) => key.name, cut: true },
  { title: "MEMBER", value: (key) => key.memberName, cut: true },
  { title: "STATE", value: stateOf },
  { title: "CREATED", value: (key) => localTime(key.createdAt) },
  { title: "LAST USED", value: (key) => localTime(key.lastUsedAt) },
  { title: "ID", value: (key) => key.id },
];

function stateOf({ revokedAt, suspendedAt, expiresAt, replacedBy }: TeamKey): string {
  if (revokedAt !== null) return `revoked ${localTime(revokedAt)}`;
  if (suspendedAt !== null) return "to be confirmed (key confirm)";
  if (expiresAt === null) return "live";
  if (expiresAt <= Date.now()) return `expired ${localTime(expiresAt)}`;
  return `${replacedBy === null ? "live" : "rotated, live"} until ${localTime(expiresAt)}`;
}

const kinds = ["agent", "admin"] as const;

/** `agentpass key …` */
export function addKeyCommands(program: Command): void {
  const key = program.command("key").description("keys of agents, devices and admins");
  addCreateCommand(key);
  addListCommand(key);
  addRotateCommand(key);
  addRevokeCommand(key);
  addConfirmCommand(key);
  addRecoverOwnerCommand(key);
}

function addCreateCommand(key: Command): void {
  key
    .command("create")
    .description("make a key; it is shown once")
    .addOption(new Option("--kind <kind>", "whose key").choices(kinds).makeOptionMandatory())
    .requiredOption("--name <name>", "the agent's name, or what an admin's key is for")
    .option("--member <member>", "whose key or agent, by name or id; an admin may name another than itself")
    .option(
      "--expires-in <duration>",
      "how long it lives, e.g. 30d; without it, until it is revoked",
      duration,
    )
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      examples(
        "key create --kind agent --name my-agent --json",
        "key create --kind admin --name ci --expires-in 90d",
      ),
    )
    .action(
      (
        options: CommandOptions & {
          kind: (typeof kinds)[number];
          name: string;
          member?: string;
          expiresIn?: number;
        },
      ) =>
        runCommand(options, async (server) => {
          const { kind, name, member, expiresIn } = options;
          const made = await server.key.create.mutate({
            kind,
            name,
            ...(member === undefined ? {} : { member }),
            ...(expiresIn === undefined ? {} : { expiresInMs: expiresIn }),
          });
          const until = made.expiresAt === undefined ? "" : ` It expires at ${localTime(made.expiresAt)}.`;
          const text = `${made.key}\n\nThis is the key of the ${made.kind} "${made.name}", shown this once: give it as AGENTPASS_API_KEY. Its prefix is ${made.prefix}.${until}`;
          return { data: made, text };
        }),
    );
}

function addListCommand(key: Command): void {
  key
    .command("list")
    .description("your keys and your agents', oldest first; for an admin everybody's")
    .addOption(new Option("--kind <kind>", "only keys of this kind").choices([...kinds, "device"]))
    .option("--holder <holder>", "only those of this member, agent or device, by name or id")
    .option("--live", "leave out what is revoked or suspended or has expired")
    .option("--json", "print JSON")
    .addHelpText("after", examples("key list", "key list --holder my-agent --live"))
    .action(
      (
        options: CommandOptions & {
          kind?: (typeof kinds)[number] | "device";
          holder?: string;
          live?: boolean;
        },
      ) =>
        runCommand(options, async (server) => {
          const { kind, holder, live } = options;
          const keys = await server.key.list.query({
            ...(kind === undefined ? {} : { kind }),
            ...(holder === undefined ? {} : { holder }),
            liveOnly: live ?? false,
          });
          return { data: keys, text: keys.length > 0 ? table(keys, columns) : "No keys." };
        }),
    );
}

function addRotateCommand(key: Command): void {
  key
    .command("rotate")
    .description("make a new key for the same holder; the old one holds for an overlap, then ends")
    .argument("<id>", "the key's id or prefix")
    .addOption(
      new Option("--overlap <duration>", "how long the old key holds, 0 to 7d")
        .argParser(duration)
        .default(24 * 3_600_000, "24h"),
    )
    .option(
      "--expires-in <duration>",
      "how long the new key lives; by default as long as the old one was made for",
      duration,
    )
    .option("--yes", "do it without asking, where the overlap is 0")
    .option("--json", "print JSON")
    .addHelpText("after", examples("key rotate ap_agent_0a1b2c3d4e5f --overlap 1h"))
    .action((id: string, options: CommandOptions & { overlap: number; expiresIn?: number }) =>
      runCommand(options, async (server, { confirm }) => {
        const { overlap, expiresIn } = options;
        if (overlap === 0)
          await confirm(`Rotate the key ${id} with no overlap? Whoever uses it is cut off at once.`);
        const made = await server.key.rotate.mutate({
          id,
          overlapMs: overlap,
          ...(expiresIn === undefined ? {} : { expiresInMs: expiresIn }),
        });
        const text = `${made.key}\n\nThis is the new key of the ${made.kind} "${made.name}", shown this once. Its prefix is ${made.prefix}. The old key holds until ${localTime(made.oldExpiresAt)}.`;
        return { data: made, text };
      }),
    );
}

function addRevokeCommand(key: Command): void {
  key
    .command("revoke")
    .description("end a key at once: its holder gets no call and no event after this")
    .argument("<id>", "the key's id or prefix")
    .option("--yes", "do it without asking")
    .option("--json", "print JSON")
    .addHelpText("after", examples("key revoke ap_agent_0a1b2c3d4e5f --yes"))
    .action((id: string, options: CommandOptions) =>
      runCommand(options, async (server, { confirm }) => {
        await confirm(`Revoke the key ${id}? Whoever uses it is cut off at once.`);
        const revoked = await server.key.revoke.mutate({ id });
        const already = revoked.status === "already_revoked";
        return { data: revoked, text: `The key ${id} ${already ? "was revoked before" : "is revoked"}.` };
      }),
    );
}

function addConfirmCommand(key: Command): void {
  key
    .command("confirm")
    .description("after a restore: let these keys work again; only owners may")
    .argument("[ids...]", "ids or prefixes of keys, as key list shows them")
    .option("--all", "every key that waits")
    .option("--yes", "do it without asking")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      `\nA backup may know keys that were revoked after it was made: look at the list before you say --all.\n${examples("key confirm ap_agent_0a1b2c3d4e5f", "key confirm --all")}`,
    )
    .action((ids: string[], options: CommandOptions & { all?: boolean }) =>
      runCommand(options, async (server, { confirm }) => {
        if (ids.length > 0 === (options.all === true))
          fail(
            "invalid_input",
            "Name the keys, or give --all: pnpm agentpass key list shows those that wait.",
          );
        if (options.all)
          await confirm("Let every key work again that the backup knows and nobody has revoked?");
        const { confirmed } = await server.key.confirm.mutate(options.all ? { all: true } : { ids });
        const text =
          confirmed.length === 0
            ? "None of them waited to be confirmed."
            : `${confirmed.length} ${confirmed.length === 1 ? "key works" : "keys work"} again.`;
        return { data: { confirmed }, text };
      }),
    );
}
