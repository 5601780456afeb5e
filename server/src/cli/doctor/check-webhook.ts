import { lookup } from "node:dns/promises";
import { BlockList } from "node:net";
import path from "node:path";
import { MOCK_CREDENTIALS_FILE, mockCredentialsFile } from "@agentpass/shared/local-files";
import { Secret } from "@agentpass/shared/secret";
import { z } from "zod";
import { readJsonFile } from "../../config/data-folder.ts";
import { isLoopback } from "../../config/mode.ts";
import { SMS_PATH } from "../../webhook/signed-request.ts";
import { deliver, type DeliveryAnswer, type SmsSender } from "../signed-sms.ts";
import { ok, problem, skipped, type Finding } from "./finding.ts";
import type { Patient } from "./patient.ts";

const MEND_URL =
  "Set AGENTPASS_API_URL to the public base URL (your proxy's, or your tunnel's), and start the server again.";

/** Addresses that no one outside reaches (RFC 1918, 6598, 3927, 4193, 4291). */
const inside = new BlockList();
for (const [network, bits] of [
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["100.64.0.0", 10],
  ["169.254.0.0", 16],
  ["127.0.0.0", 8],
] as const)
  inside.addSubnet(network, bits, "ipv4");
inside.addSubnet("fc00::", 7, "ipv6");
inside.addSubnet("fe80::", 10, "ipv6");
inside.addAddress("::1", "ipv6");

/** Whether Twilio, or a gateway, could find the address at all. */
export async function checkPublicAddress({ config }: Patient): Promise<Finding[]> {
  if (config === null) return [skipped("public-address", "the configuration does not tell it")];
  if (config.mode === "mock") return [skipped("public-address", "mock mode needs none")];
  if (config.apiUrl === null)
    return [
      problem(
        "public-address",
        "AGENTPASS_API_URL is missing, so nobody outside can reach the webhook",
        MEND_URL,
      ),
    ];
  const { hostname } = new URL(config.apiUrl);
  if (isLoopback(hostname))
    return [
      problem(
        "public-address",
        `${config.apiUrl} is this machine's own address; nobody outside can call it`,
        MEND_URL,
      ),
    ];
  try {
    const { address, family } = await lookup(hostname.replace(/^\[|\]$/g, ""));
    if (inside.check(address, family === 6 ? "ipv6" : "ipv4"))
      return [
        problem("public-address", `${hostname} is ${address}, an address of an inner network`, MEND_URL),
      ];
    return [ok("public-address", `${config.apiUrl} is ${address}`)];
  } catch {
    return [problem("public-address", `the name ${hostname} is not known to DNS`, MEND_URL)];
  }
}

/**
 * The probe: a webhook signed as Twilio signs, but without a message id. The server refuses it for just that, after
 * the signature; nothing is stored, and whoever has no token learns no more than before.
 */
export async function checkWebhook(patient: Patient): Promise<Finding[]> {
  const { config, server } = patient;
  if (config === null) return [skipped("webhook", "the configuration does not tell its address")];
  if (config.mode === "gateway")
    return [skipped("webhook", "try each gateway's with: pnpm agentpass gateway test NAME --body TEXT")];
  const sender = await senderOf(patient);
  if (sender === null)
    return [skipped("webhook", "there is nothing to sign a probe with before the first start")];
  const base = config.apiUrl ?? server?.url;
  if (base === undefined)
    return [skipped("webhook", "the server is down and no public address is configured")];
  const url = base + SMS_PATH;
  const form = {
    AccountSid: sender.accountSid,
    To: "+15005550000",
    From: "+15005550001",
    Body: "agentpass doctor",
  };
  try {
    return [explain(url, await deliver({ url, signedUrl: url, form, sender }))];
  } catch (error) {
    return [
      problem("webhook", `${url} cannot be reached (${reasonOf(error)})`, reachMend(config.apiUrl === null)),
    ];
  }
}

async function senderOf({ config, dataFolder }: Patient): Promise<SmsSender | null> {
  const webhookSecret = config?.webhookSecret ?? null;
  const [authToken] = config?.twilio?.authTokens ?? [];
  if (config?.twilio && authToken) return { accountSid: config.twilio.accountSid, authToken, webhookSecret };
  const mock = await readJsonFile(path.join(dataFolder, MOCK_CREDENTIALS_FILE), mockCredentialsFile);
  if (!mock.ok) return null;
  return { accountSid: mock.value.accountSid, authToken: new Secret(mock.value.authToken), webhookSecret };
}

const refusal = z.object({ problem: z.object({ field: z.string().optional() }) });

/** What the answer says about the way there. */
function explain(url: string, { status, body }: DeliveryAnswer): Finding {
  const field = fieldIn(body);
  if (status === 403 && field === "MessageSid")
    return ok("webhook", `${url} took a signed probe's signature, and stored nothing`);
  if (field === "X-Twilio-Signature")
    return problem(
      "webhook",
      `${url} is a server that checks signatures, and refuses ours: it was started with another AGENTPASS_API_URL or another account's token`,
      "Start the server again with the present configuration; the base URL must be the one that Twilio calls, path prefix included.",
    );
  if (status === 401 || (status === 403 && field === undefined))
    return problem(
      "webhook",
      `${url} refuses the WEBHOOK_SECRET (status ${status})`,
      "Start the server again with the present WEBHOOK_SECRET; a proxy may also ask for a password of its own.",
    );
  if (status >= 500)
    return problem(
      "webhook",
      `something in between answers for ${url}, with status ${status}: the server behind it is down or not where it forwards to`,
      "Start the server, and look where the proxy or tunnel forwards to.",
    );
  if (status >= 300 && status < 400)
    return problem(
      "webhook",
      `${url} redirects elsewhere; a webhook is not carried along`,
      "Set AGENTPASS_API_URL to the address that it redirects to.",
    );
  return problem(
    "webhook",
    `${url} is answered by something that is no AgentPass webhook (status ${status})`,
    "Set AGENTPASS_API_URL to this server's public base URL, path prefix included.",
  );
}

function fieldIn(body: string): string | undefined {
  try {
    return refusal.parse(JSON.parse(body)).problem.field;
  } catch {
    return undefined;
  }
}

function reachMend(local: boolean): string {
  return local
    ? "Start the server: pnpm start"
    : "Start the server and its tunnel or proxy; if the tunnel has a new address, set AGENTPASS_API_URL to it and run: pnpm agentpass doctor --fix";
}

function reasonOf(error: unknown): string {
  const { cause, name, code } = error as { cause?: unknown; name?: string; code?: string };
  if (cause instanceof Error) return reasonOf(cause);
  return name === "TimeoutError" ? "no answer within 15 s" : (code ?? String(error));
}
