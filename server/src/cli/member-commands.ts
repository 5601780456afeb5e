import type { Invitation, TeamMember } from "@agentpass/shared/team-api";
import { Argument, Option, type Command } from "commander";
import { addAcceptCommand } from "./accept-command.ts";
import { examples } from "./examples.ts";
import { localTime, table, type Column } from "./print-table.ts";
import { runCommand, type CommandOptions } from "./run-command.ts";

const roles = ["member", "admin", "owner"] as const;
type Role = (typeof roles)[number];

const memberColumns: Column<TeamMember>[] = [
  { title: "NAME", value: (member) => member.name + (member.you ? " (you)" : ""), cut: true },
  { title: "ROLE", value: (member) => member.role },
  { title: "DEVICES", value: (member) => String(member.devices) },
  { title: "AGENTS", value: (member) => String(member.agents) },
  { title: "SINCE", value: (member) => localTime(member.createdAt) },
  { title: "LAST SEEN", value: (member) => localTime(member.lastUsedAt) },
  { title: "ID", value: (member) => member.id },
];

const invitationColumns: Column<Invitation>[] = [
  { title: "NAME", value: (invitation) => invitation.name, cut: true },
  { title: "ROLE", value: (invitation) => invitation.role },
  { title: "STATE", value: (invitation) => invitation.state },
  { title: "INVITED BY", value: (invitation) => invitation.invitedBy, cut: true },
  { title: "EXPIRES", value: (invitation) => localTime(invitation.expiresAt) },
  { title: "ID", value: (invitation) => invitation.id },
];

/** `agentpass member …` */
export function addMemberCommands(program: Command): void {
  const member = program.command("member").description("the people of the team");
  addListAndRename(member);
  addInvitationCommands(member);
  addAcceptCommand(member);
  addRoleCommand(member);
  addEndCommands(member);
}

function addListAndRename(member: Command): void {
  member
    .command("list")
    .description("everybody, oldest first")
    .option("--json", "print JSON")
    .addHelpText("after", examples("member list"))
    .action((options: CommandOptions) =>
      runCommand(options, async (server) => {
        const members = await server.member.list.query();
        return { data: members, text: table(members, memberColumns) };
      }),
    );

  member
    .command("rename")
    .description("give yourself another name")
    .argument("<name>", "the new name")
    .option("--json", "print JSON")
    .addHelpText("after", examples("member rename Ann"))
    .action((name: string, options: CommandOptions) =>
      runCommand(options, async (server) => {
        const members = await server.member.rename.mutate({ name });
        return { data: members, text: table(members, memberColumns) };
      }),
    );
}

function addInvitationCommands(member: Command): void {
  member
    .command("invite")
    .description("make a link that lets one person in, once, within 7 days")
    .argument("<name>", "what the team calls the person")
    .addOption(new Option("--role <role>", "what the person may do").choices(roles).default("member"))
    .option("--json", "print JSON")
    .addHelpText("after", examples("member invite Ann --role admin"))
    .action((name: string, options: CommandOptions & { role: Role }) =>
      runCommand(options, async (server) => {
        const made = await server.invitation.create.mutate({ name, role: options.role });
        const text = `${made.link}\n\nThis link makes ${made.name} ${made.role} of the team, once, until ${localTime(made.expiresAt)}. It is shown this once: send it where only ${made.name} reads it.`;
        return { data: made, text };
      }),
    );

  member
    .command("invitations")
    .description("all invitations, newest first, and what became of them")
    .option("--json", "print JSON")
    .addHelpText("after", examples("member invitations"))
    .action((options: CommandOptions) =>
      runCommand(options, async (server) => {
        const found = await server.invitation.list.query();
        const text = found.length > 0 ? table(found, invitationColumns) : "No invitations.";
        return { data: found, text };
      }),
    );

  member
    .command("uninvite")
    .description("end an invitation that is still open")
    .argument("<invitation>", "its id, or the person's name")
    .option("--json", "print JSON")
    .addHelpText("after", examples("member uninvite Ann"))
    .action((invitation: string, options: CommandOptions) =>
      runCommand(options, async (server) => {
        const ended = await server.invitation.revoke.mutate({ invitation });
        const text =
          ended.state === "revoked"
            ? `The invitation of ${ended.name} is revoked.`
            : `Nothing was done: the invitation of ${ended.name} is ${ended.state} already.`;
        return { data: ended, text };
      }),
    );
}

function addRoleCommand(member: Command): void {
  member
    .command("role")
    .description("give a member another role; only owners make or unmake owners")
    .argument("<member>", "name or id")
    .addArgument(new Argument("<role>", "the new role").choices(roles))
    .option("--yes", "do it without asking, where admin's rights are taken away")
    .option("--json", "print JSON")
    .addHelpText("after", examples("member role Ann admin", "member role Ann member --yes"))
    .action((name: string, role: Role, options: CommandOptions) =>
      runCommand(options, async (server, { confirm }) => {
        if (role === "member")
          await confirm(
            `Make ${name} a member? Its admin keys and the invitations it made end, if it has any.`,
          );
        const members = await server.member.setRole.mutate({ member: name, role });
        return { data: members, text: table(members, memberColumns) };
      }),
    );
}

function addEndCommands(member: Command): void {
  member
    .command("remove")
    .description("take a member out, with its devices, its keys and its agents' keys and numbers")
    .argument("<member>", "name or id")
    .option("--yes", "do it without asking")
    .option("--json", "print JSON")
    .addHelpText("after", examples("member remove Ann --yes"))
    .action((name: string, options: CommandOptions) =>
      runCommand(options, async (server, { confirm }) => {
        await confirm(
          `Remove ${name}? Devices and keys, also of agents, end at once, and the agents' numbers are released.`,
        );
        const gone = await server.member.remove.mutate({ member: name });
        return { data: gone, text: goneText(gone.name, gone) };
      }),
    );

  member
    .command("leave")
    .description("leave the team yourself; the last owner cannot")
    .option("--yes", "do it without asking")
    .option("--json", "print JSON")
    .addHelpText("after", examples("member leave --yes"))
    .action((options: CommandOptions) =>
      runCommand(options, async (server, { confirm }) => {
        await confirm("Leave the team? Your devices and keys, also of your agents, end at once.");
        const gone = await server.member.leave.mutate();
        return { data: gone, text: goneText("You", gone) };
      }),
    );
}

function goneText(
  who: string,
  { devices, keys, leases }: { devices: number; keys: number; leases: number },
): string {
  const verb = who === "You" ? "are" : "is";
  return `${who} ${verb} out of the team: ${devices} devices and ${keys} keys ended, ${leases} numbers released.`;
}
