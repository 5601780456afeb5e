import type { Config } from "../config/config.ts";
import { repositoryRoot } from "../config/read-environment.ts";
import type { HomePage } from "../transport/home-page.ts";
import { mcpCommand } from "./notices.ts";

/** What `/` says: the mode and what to do next, nothing secret. */
export function homePage(
  config: Config,
  { localUrl, keyFile }: { localUrl: string; keyFile: string },
): HomePage {
  const mock = config.mode === "mock";
  const inFolder = `cd ${repositoryRoot} && `;
  return {
    mode: config.mode,
    notes: [`Why this mode: ${config.modeReason}.`],
    steps: [
      { text: "Connect an agent, here Claude Code:", command: mcpCommand(config) },
      ...(mock
        ? [
            {
              text: "Send a simulated SMS:",
              command: `${inFolder}pnpm simulate --to +15551234567 --body "Your code is 482913"`,
            },
          ]
        : []),
      {
        text: "See what arrived on a number:",
        command: `curl -H "Authorization: Bearer $(cat '${keyFile}')" ${localUrl}/webhook/sms-notifications/+15551234567`,
      },
    ],
  };
}
