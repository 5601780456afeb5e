/** The worlds in which the documents' commands are run. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { E164 } from "@agentpass/shared/phone-number";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";
import { freePort } from "../support/free-port.ts";
import { RunningServer } from "../support/running-server.ts";
import { startTwilioEmulator } from "../support/twilio-emulator.ts";
import { World } from "./world.ts";

/** What git does not ignore. */
const COPY =
  'git ls-files -z --cached --others --exclude-standard | tar --create --null --files-from=- | tar --extract --directory "$1"';

/** No server runs; one that is started has an empty data folder and a free port. */
export async function noServer(): Promise<World> {
  return new World({ port: await freePort() });
}

/** The same with a copy of the checkout, for commands that write into it. */
export async function copiedCheckout(): Promise<World> {
  const world = await noServer();
  world.cwd = world.folder("agentpass-sms");
  const run = promisify(execFile);
  await run("bash", ["-c", COPY, "copy", world.cwd], { cwd: repositoryRoot });
  await run("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"], { cwd: world.cwd, env: world.env });
  return world;
}

/** A server in mock mode. */
export function mockServer(): Promise<World> {
  return serverWith({});
}

/** A server without an account; in mock mode where the settings do not say otherwise. */
export async function serverWith(settings: Record<string, string>): Promise<World> {
  const server = await RunningServer.start({ env: settings });
  return new World({ port: server.port, settings, server });
}

/** A server in Twilio mode on an emulated account: +14155550100 to …105 are in the pool, …106 is not. */
export async function twilioServer(): Promise<World> {
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const numbers = [0, 1, 2, 3, 4, 5, 6].map((last) => `+1415555010${last}` as E164);
  const twilio = await startTwilioEmulator({ numbers, webhook: `${base}/webhook/sms-received` });
  const { accountSid, authToken } = twilio;
  const settings = {
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_PHONE_NUMBERS: numbers.slice(0, -1).join(","),
    TWILIO_API_BASE_URL: twilio.url,
    AGENTPASS_API_URL: base,
  };
  const server = await RunningServer.start({ port, env: settings, sender: { accountSid, authToken } });
  return new World({ port, settings, server, twilio });
}
