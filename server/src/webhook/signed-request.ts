import type { Problem } from "@agentpass/shared/problem";
import type { Secret } from "@agentpass/shared/secret";
import type { Request } from "express";
import { parseQuery } from "./raw-query.ts";
import { readBody, type BodyFault } from "./request-body.ts";
import { parseUrlEncoded, type FormParameter } from "./url-encoded.ts";
import { signingAccount, type WebhookAccount } from "./verify-signature.ts";
import { checkWebhookSecret } from "./webhook-secret.ts";

export const SMS_PATH = "/webhook/sms-received";

export interface VerifyOptions {
  accounts: readonly WebhookAccount[];
  /** What Twilio was told: the configured base URL with its path prefix, no trailing slash. */
  baseUrl: () => string;
  webhookSecret: Secret | null;
  bodyTimeoutMs?: number;
}

export interface Refusal {
  kind: "refused";
  status: number;
  problem: Problem;
  /** Draws on the address's allowance. */
  bad?: true;
}

export type VerifiedRequest =
  | { kind: "signed"; parameters: readonly FormParameter[]; account: WebhookAccount }
  /** A GET without parameters. */
  | { kind: "reachable" }
  /** The client went away. */
  | { kind: "gone" }
  | Refusal;

/** Reads a request to the webhook and checks secret and signature; what its parameters mean is not looked at yet. */
export async function verifyRequest(request: Request, options: VerifyOptions): Promise<VerifiedRequest> {
  const query = parseQuery(request.originalUrl);
  if (!query.ok) return badInput(400, query.fault);
  const isGet = request.method === "GET";
  const fromQuery = query.parameters.filter(([name]) => name !== "secret");
  if (isGet && fromQuery.length === 0) return { kind: "reachable" };

  const presented = { headers: request.headers, query: query.parameters };
  const secret = checkWebhookSecret(options.webhookSecret, presented);
  if (secret !== "right") return secretRefusal(secret);
  // Twilio's signature of a JSON body covers only its digest, named in the query.
  if (query.parameters.some(([name]) => name === "bodySHA256"))
    return denied("bodySHA256", "JSON webhooks are not supported; let the number send form parameters.");

  const form = isGet ? { ok: true as const, parameters: [] } : await readForm(request, options.bodyTimeoutMs);
  if (!form.ok) return form.status === null ? { kind: "gone" } : badInput(form.status, form.fault);
  const url = options.baseUrl() + SMS_PATH + (query.raw === null ? "" : `?${query.raw}`);
  const signature = request.get("x-twilio-signature");
  const account = signingAccount({ url, signature, parameters: form.parameters }, options.accounts);
  if (!account) return signatureRefusal(signature, options);
  if (isGet) return { kind: "signed", parameters: fromQuery, account };
  // The signed text has no mark between URL and body either: a parameter could have been moved over that boundary.
  if (fromQuery.some(([name, value]) => holdsSmsField(name) || holdsSmsField(value)))
    return denied("query", "The query of a POST may not hold SMS parameters.");
  return { kind: "signed", parameters: form.parameters, account };
}

async function readForm(
  request: Request,
  timeoutMs: number | undefined,
): Promise<{ ok: true; parameters: readonly FormParameter[] } | BodyFault> {
  const read = await readBody(request, "application/x-www-form-urlencoded", timeoutMs);
  if (!read.ok) return read;
  const form = parseUrlEncoded(read.bytes);
  return form.ok ? form : { ...form, status: 400 };
}

function holdsSmsField(text: string): boolean {
  return /AccountSid|MessageSid|SmsSid|ApiVersion|^(Body|From|To|NumMedia)$/.test(text);
}

function badInput(status: number, fault: string): Refusal {
  const message = `The webhook was sent ${fault}; it takes form parameters as Twilio sends them.`;
  return { kind: "refused", status, problem: { code: "invalid_input", message } };
}

function denied(field: string, message: string): Refusal {
  return { kind: "refused", status: 403, problem: { code: "not_allowed", field, message } };
}

export function secretRefusal(check: "wrong" | "missing"): Refusal {
  const message =
    "This webhook wants WEBHOOK_SECRET: as password in its URL (https://any:SECRET@host/…), as ?secret= or as " +
    "X-Webhook-Secret.";
  return check === "missing"
    ? { kind: "refused", status: 401, problem: { code: "not_signed_in", message } }
    : { kind: "refused", status: 403, bad: true, problem: { code: "not_allowed", message } };
}

function signatureRefusal(signature: string | undefined, { baseUrl }: VerifyOptions): Refusal {
  const what = signature ? "does not match" : "is missing";
  const message =
    `X-Twilio-Signature ${what}. The request must be signed with this account's auth token for exactly ` +
    `${baseUrl()}${SMS_PATH} (set AGENTPASS_API_URL to the base of the URL that Twilio calls).`;
  return { ...denied("X-Twilio-Signature", message), bad: true };
}
