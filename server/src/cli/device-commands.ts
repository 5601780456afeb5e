import type { PairingRequest, TeamDevice } from "@agentpass/shared/device-api";
import type { Command } from "commander";
import { examples } from "./examples.ts";
import { addPairCommand } from "./pair-command.ts";
import { localTime, table, type Column } from "./print-table.ts";
import { runCommand, type CommandOptions } from "./run-command.ts";

const columns: Column<TeamDevice>[] = [
  { title: "NAME", value: (device) => device.name + (device.you ? " (this one)" : ""), cut: true },
  { title: "MEMBER", value: (device) => device.memberName, cut: true },
  { title: "PLATFORM", value: (device) => device.platform, cut: true },
  { title: "SINCE", value: (device) => localTime(device.createdAt) },
  { title: "LAST USED", value: (device) => localTime(device.lastUsedAt) },
  { title: "ID", value: (device) => device.id },
];

const asked = (device: PairingRequest): string =>
  `"${device.deviceName}" (${device.platform}), which asked from ${device.address} at ${localTime(device.startedAt)}`;

/** `agentpass device …` */
export function addDeviceCommands(program: Command): void {
  const device = program.command("device").description("the devices by which people see codes");
  addListCommands(device);
  addPairCommand(device);
  addAnswerCommands(device);
}

function addListCommands(device: Command): void {
  device
    .command("list")
    .description("your devices; for an admin everybody's")
    .option("--member <member>", "only this member's, by name or id")
    .option("--json", "print JSON")
    .addHelpText("after", examples("device list", "device list --member Ann"))
    .action((options: CommandOptions & { member?: string }) =>
      runCommand(options, async (server) => {
        const { member } = options;
        const devices = await server.device.list.query(member === undefined ? {} : { member });
        return { data: devices, text: devices.length > 0 ? table(devices, columns) : "No devices." };
      }),
    );

  device
    .command("rename")
    .description("give a device another name")
    .argument("<device>", "name or id")
    .argument("<name>", "the new name")
    .option("--json", "print JSON")
    .addHelpText("after", examples('device rename "Old laptop" "Build machine"'))
    .action((idOrName: string, name: string, options: CommandOptions) =>
      runCommand(options, async (server) => {
        const renamed = await server.device.rename.mutate({ device: idOrName, name });
        return { data: renamed, text: `The device is called "${renamed.name}" now.` };
      }),
    );

  device
    .command("remove")
    .description("take a device out at once: its key is revoked, its connections end")
    .argument("<device>", "name or id")
    .option("--yes", "do it without asking")
    .option("--json", "print JSON")
    .addHelpText("after", examples('device remove "Old laptop" --yes'))
    .action((idOrName: string, options: CommandOptions) =>
      runCommand(options, async (server, { confirm }) => {
        await confirm(
          `Remove the device ${idOrName}? It is cut off at once, and must be paired anew to come back.`,
        );
        const removed = await server.device.remove.mutate({ device: idOrName });
        return { data: removed, text: `The device "${removed.name}" of ${removed.memberName} is removed.` };
      }),
    );
}

function addAnswerCommands(device: Command): void {
  device
    .command("approve")
    .description("let in the device that shows this code; it is named before you are asked")
    .argument("<code>", "the eight letters that the device shows")
    .option(
      "--member <member>",
      "whose device it becomes, by name or id; an admin may name another than itself",
    )
    .option("--yes", "do it without asking")
    .option("--json", "print JSON")
    .addHelpText("after", examples("device approve WDJB-MJHT", "device approve WDJB-MJHT --member Ann --yes"))
    .action((userCode: string, options: CommandOptions & { member?: string }) =>
      runCommand(options, async (server, { confirm }) => {
        const { member } = options;
        const waiting = await server.pairing.look.mutate({ userCode });
        await confirm(
          `Let in ${asked(waiting)}? It will see the codes of ${member ?? "yourself"}. Approve only a device that is before you.`,
        );
        const approved = await server.pairing.approve.mutate({
          userCode,
          ...(member === undefined ? {} : { member }),
        });
        return { data: approved, text: `Let in for ${approved.memberName}: ${asked(approved)}.` };
      }),
    );

  device
    .command("deny")
    .description("refuse the device that shows this code")
    .argument("<code>", "the eight letters that the device shows")
    .option("--json", "print JSON")
    .addHelpText("after", examples("device deny WDJB-MJHT"))
    .action((userCode: string, options: CommandOptions) =>
      runCommand(options, async (server) => {
        const denied = await server.pairing.deny.mutate({ userCode });
        return { data: denied, text: `Refused: ${asked(denied)}.` };
      }),
    );
}
