import type { Command } from "commander";
import { examples } from "./examples.ts";
import { runCommand, type CommandOptions } from "./run-command.ts";

interface GetOptions extends CommandOptions {
  passport?: string;
  service?: string;
  country?: string;
}

/** `agentpass lease get`, for whoever works with an agent's key and without an MCP client. */
export function addLeaseGetCommand(lease: Command): void {
  lease
    .command("get")
    .description("as an agent: the number that you hold, or a new one")
    .option("--passport <id>", "which of the agent's passports; left out: the agent's own")
    .option("--service <service>", "what the number is for, e.g. github.com")
    .option("--country <country>", "of this country, e.g. US")
    .option("--json", "print JSON")
    .addHelpText("after", examples("lease get", "lease get --service github.com --country US"))
    .action(({ passport, service, country, ...options }: GetOptions) =>
      runCommand(options, async (server) => {
        const number = await server.agent.getNumber.mutate({
          ...(passport === undefined ? {} : { passportId: passport }),
          ...(service === undefined ? {} : { service }),
          ...(country === undefined ? {} : { country }),
        });
        return { data: number, text: number.phoneNumber };
      }),
    );
}
