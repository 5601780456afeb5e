import path from "node:path";
import { MOCK_CREDENTIALS_FILE, mockCredentialsFile } from "@agentpass/shared/local-files";
import { fail } from "@agentpass/shared/problem";
import { Secret } from "@agentpass/shared/secret";
import { readJsonFile } from "../../config/data-folder.ts";
import { findDataFolder } from "../../config/load-config.ts";
import type { Environment } from "../../config/read-environment.ts";
import { refuseFaults, runningServer } from "../find-server.ts";
import {
  deliver,
  newMessageSid,
  smsForm,
  type Delivery,
  type DeliveryAnswer,
  type SmsText,
} from "../signed-sms.ts";

/** Makes a new SMS to the running server, to be delivered as often as one likes. */
export type MakeSms = (sms: SmsText) => Delivery;

/** The running server's webhook with what signs for it; fails where none runs, or not in mock mode. */
export async function mockSender(environment: Environment): Promise<MakeSms> {
  const dataFolder = findDataFolder(environment);
  const webhookSecret = environment.get("WEBHOOK_SECRET");
  refuseFaults(environment);
  const server = await runningServer(dataFolder);
  if (server.mode !== "mock")
    fail(
      "not_allowed",
      `The server at ${server.url} is in ${server.mode} mode, where only real messages count; start one with AGENTPASS_MODE=mock, or try a gateway with: pnpm agentpass gateway test NAME`,
    );
  const credentials = await readJsonFile(path.join(dataFolder, MOCK_CREDENTIALS_FILE), mockCredentialsFile);
  if (!credentials.ok) return fail("not_signed_in", credentials.message);
  const { accountSid, authToken } = credentials.value;
  const webhook = "/webhook/sms-received";
  const to = {
    url: server.url + webhook,
    signedUrl: (server.publicUrl ?? server.url) + webhook,
    sender: {
      accountSid,
      authToken: new Secret(authToken),
      webhookSecret: webhookSecret === undefined ? null : new Secret(webhookSecret),
    },
  };
  return (sms) => ({ ...to, form: smsForm(sms, { accountSid, messageSid: newMessageSid() }) });
}

/** The same as `deliver`, with a server that cannot be reached as an expected failure. */
export function deliverToServer(delivery: Delivery): Promise<DeliveryAnswer> {
  return deliver(delivery).catch((error: Error) =>
    fail("unavailable", `The server at ${delivery.url} cannot be reached: ${error.message}`),
  );
}
