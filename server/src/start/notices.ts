import path from "node:path";
import type { Config } from "../config/config.ts";
import { repositoryRoot } from "../config/read-environment.ts";
import type { RunningServer } from "../wire.ts";

const BRIDGE = path.join(repositoryRoot, "desktop", "bin", "agentpass-mcp.js");

/** The line that connects Claude Code for all of its user's projects, complete: absolute paths, and the data folder where it is not the usual one. */
export function mcpCommand({ bridgeVariables }: Config): string {
  const environment = Object.entries(bridgeVariables)
    .map(([name, value]) => ` --env ${quoted(`${name}=${value}`)}`)
    .join("");
  return `claude mcp add --scope user agentpass-sms${environment} -- ${quoted(process.execPath)} ${quoted(BRIDGE)}`;
}

/** The same for clients that are configured by JSON. */
function mcpConfiguration({ bridgeVariables }: Config): string {
  const env = Object.keys(bridgeVariables).length > 0 ? { env: bridgeVariables } : {};
  return JSON.stringify({
    mcpServers: { "agentpass-sms": { command: process.execPath, args: [BRIDGE], ...env } },
  });
}

const quoted = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/** What a start says to the person in front of it: mode, address, and the next step. */
export function startNotice(config: Config, server: Pick<RunningServer, "localUrl" | "numbers">): string {
  const local =
    config.mode === "mock"
      ? []
      : [
          "The bridge also needs a key in AGENTPASS_API_KEY: pnpm agentpass key create --kind agent --name NAME",
        ];
  return [
    ...serviceLines(config, server.numbers),
    "",
    `Mode         ${config.mode} (${config.modeReason})`,
    `Listening on ${server.localUrl}${config.apiUrl === null ? "" : `, reached as ${config.apiUrl}`}`,
    `Data folder  ${config.dataFolder}`,
    "",
    "Connect Claude Code:",
    `  ${mcpCommand(config)}`,
    "Other MCP clients: pnpm agentpass connect <client> (see pnpm agentpass clients), or by hand:",
    `  ${mcpConfiguration(config)}`,
    ...local,
    "",
    ...(config.mode === "mock"
      ? [
          "Send your agent a code, from another terminal in this folder:",
          '  pnpm simulate --to +15551234567 --body "Your code is 482913"',
          "See it come in beside your clock: pnpm tray",
          "",
        ]
      : []),
  ].join("\n");
}

function serviceLines({ mode }: Config, numbers: number): string[] {
  const pool = `Initialized with ${numbers} phone numbers in pool`;
  switch (mode) {
    case "mock":
      return [
        "Using mock SMS service (development mode - set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, and TWILIO_PHONE_NUMBERS for production)",
      ];
    case "twilio":
      return ["Using Twilio SMS service (production mode)", pool, TWILIO_REFUSES];
    case "gateway":
      return [
        "Using SMS gateways (production mode)",
        pool,
        ...(numbers > 0
          ? []
          : [
              "Add a phone, then its number (docs/gateways.md):",
              "  pnpm agentpass gateway add my-phone --kind android-sms-gateway",
              "  pnpm agentpass number add +… --provider my-phone",
            ]),
      ];
  }
}

/** Twilio's error 30038. */
const TWILIO_REFUSES =
  "Note: Twilio generally does not allow receiving one-time codes and may redact them (its error 30038). Where codes stay away, use an SMS gateway with a real SIM card (docs/gateways.md).";
