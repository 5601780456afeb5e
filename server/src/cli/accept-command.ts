import { hostname } from "node:os";
import type { PairedDevice } from "@agentpass/shared/device-api";
import { InvalidArgumentError, Option, type Command } from "commander";
import { examples } from "./examples.ts";
import { runWithoutKey, type CommandOptions } from "./run-command.ts";

interface Link {
  /** The server's base URL. */
  server: string;
  secret: string;
}

/** `<server>/pair/<secret>`, as an invitation's link is. */
function invitationLink(text: string): Link {
  const [, server, secret] = /^(https?:\/\/\S+)\/pair\/([A-Za-z0-9_-]{43})\/?$/.exec(text.trim()) ?? [];
  if (server !== undefined && secret !== undefined && URL.canParse(server)) return { server, secret };
  throw new InvalidArgumentError(
    "It must be the whole link, e.g. https://sms.example.com/pair/ and 43 characters.",
  );
}

/** `agentpass member accept` */
export function addAcceptCommand(member: Command): void {
  member
    .command("accept")
    .description("become a member by an invitation's link; prints this device's key once")
    .argument("<link>", "the link you were given", invitationLink)
    .addOption(
      new Option("--device <name>", "what this device is called").default(hostname(), "this machine's name"),
    )
    .option("--name <name>", "your own name, where the invitation has another")
    .option("--json", "print JSON")
    .addHelpText(
      "after",
      examples(
        'member accept https://sms.example.com/pair/rT2x0q9mVZk3y8bW5nJc7LhD4fGs1aPeQuXiOvYtKzE --device "Ann\'s laptop"',
      ),
    )
    .action(({ server: url, secret }: Link, options: CommandOptions & { device: string; name?: string }) =>
      runWithoutKey(options, url, async (server) => {
        const { device: deviceName, name } = options;
        const paired = await server.invitation.accept.mutate({
          secret,
          deviceName,
          platform: process.platform,
          ...(name === undefined ? {} : { name }),
        });
        return { data: { ...paired, server: url }, text: keyText(paired, url) };
      }),
    );
}

/** What to do with a key that is shown this once. */
export function keyText(paired: PairedDevice, url: string): string {
  return `${paired.key}

This is the key of ${paired.memberName}'s device "${paired.deviceName}" (${paired.role} of the team "${paired.team}"), shown this once. To use it here:
  export AGENTPASS_API_URL=${url}
  export AGENTPASS_API_KEY=<the key>`;
}
