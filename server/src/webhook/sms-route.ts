import type { Secret } from "@agentpass/shared/secret";
import type { Problem } from "@agentpass/shared/problem";
import { Router, type Request, type Response } from "express";
import type { InboundSms, StoreOutcome } from "../domain/inbound-sms.ts";
import type { Logger } from "../ops/logger.ts";
import { sendProblem } from "../transport/problem-response.ts";
import { createBadSignatureLimit } from "./bad-signature-limit.ts";
import { readFormBody } from "./form-body.ts";
import { readSms } from "./sms-fields.ts";
import { parseQuery } from "./raw-query.ts";
import type { FormParameter } from "./url-encoded.ts";
import { signingAccount, type WebhookAccount } from "./verify-signature.ts";
import { checkWebhookSecret } from "./webhook-secret.ts";
import { within } from "./within.ts";

export const SMS_PATH = "/webhook/sms-received";
/** Twilio waits 15 s and then tells nobody; by then it must have our answer. */
const STORE_TIMEOUT_MS = 10_000;
const EMPTY_TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>';

export interface SmsRouteOptions {
  accounts: readonly WebhookAccount[];
  /** What Twilio was told: the configured base URL with its path prefix, no trailing slash. */
  baseUrl: () => string;
  webhookSecret: Secret | null;
  /** Resolves after COMMIT. Its time limit is {@link STORE_TIMEOUT_MS}. */
  storeInbound: (sms: InboundSms) => Promise<StoreOutcome>;
  log: Logger;
  /** Epoch milliseconds. */
  now: () => number;
  storeTimeoutMs?: number;
  bodyTimeoutMs?: number;
}

/** `POST` and `GET /webhook/sms-received`: from a signed request to a committed row, or a refusal without one. */
export function createSmsRoute(options: SmsRouteOptions): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const underLimit = createBadSignatureLimit(options.now);
  const receive = async (request: Request, response: Response): Promise<void> => {
    const receivedAt = options.now();
    const verified = await verify(request, options);
    if (verified.kind === "gone") return;
    if (verified.kind === "reachable") return sendTwiml(response);
    if (verified.kind === "refused")
      return refuse({ request, response, refusal: verified, underLimit, log: options.log });
    await store({ response, receivedAt, verified, options });
  };
  router
    .route(SMS_PATH)
    .get(async (request, response, next) => {
      // Express gives HEAD to GET's handler; a HEAD must not store anything.
      if (request.method === "HEAD") next();
      else await receive(request, response);
    })
    .post(receive)
    .all((_request, response) => {
      response.set("Allow", "GET, POST");
      sendProblem(response, { code: "invalid_input", message: "The webhook takes GET and POST." }, 405);
    });
  return router;
}

interface Refusal {
  kind: "refused";
  status: number;
  problem: Problem;
  /** Draws on the address's allowance. */
  bad?: true;
}

type Verified =
  | { kind: "signed"; parameters: readonly FormParameter[]; account: WebhookAccount }
  | { kind: "reachable" }
  | { kind: "gone" }
  | Refusal;

async function verify(request: Request, options: SmsRouteOptions): Promise<Verified> {
  const query = parseQuery(request.originalUrl);
  if (!query.ok) return badInput(400, query.fault);
  const fromQuery = query.parameters.filter(([name]) => name !== "secret");
  const isGet = request.method === "GET";
  if (isGet && fromQuery.length === 0) return { kind: "reachable" };

  const secret = checkWebhookSecret(options.webhookSecret, {
    headers: request.headers,
    query: query.parameters,
  });
  if (secret !== "right") return secretRefusal(secret);
  if (query.parameters.some(([name]) => name === "bodySHA256"))
    return denied("bodySHA256", "JSON webhooks are not supported; let the number send form parameters.");

  const form = isGet
    ? { ok: true as const, parameters: [] }
    : await readFormBody(request, options.bodyTimeoutMs);
  if (!form.ok) {
    if (!("status" in form)) return badInput(400, form.fault);
    return form.status === null ? { kind: "gone" } : badInput(form.status, form.fault);
  }
  const url = options.baseUrl() + SMS_PATH + (query.raw === null ? "" : `?${query.raw}`);
  const signature = request.get("x-twilio-signature");
  const account = signingAccount({ url, signature, parameters: form.parameters }, options.accounts);
  if (!account) return signatureRefusal(signature, options);
  // A field in the query of a POST could be a body's field, moved over the question mark, or the reverse.
  const strayed = isGet
    ? undefined
    : fromQuery.find(([name, value]) => holdsSmsField(name) || holdsSmsField(value));
  if (strayed) return denied("query", "The query of a POST may not hold SMS parameters.");
  return { kind: "signed", parameters: isGet ? fromQuery : form.parameters, account };
}

function holdsSmsField(text: string): boolean {
  return /AccountSid|MessageSid|SmsSid|ApiVersion|^(Body|From|To|NumMedia)$/.test(text);
}

async function store(job: {
  response: Response;
  receivedAt: number;
  verified: { parameters: readonly FormParameter[]; account: WebhookAccount };
  options: SmsRouteOptions;
}): Promise<void> {
  const { response, receivedAt, verified, options } = job;
  const { log } = options;
  const { account } = verified;
  const reading = readSms(verified.parameters, { account, receivedAt });
  if (reading.kind === "status_callback") {
    log.info("A delivery report came to the webhook for incoming SMS and is ignored", {
      provider: account.provider,
    });
    return sendTwiml(response);
  }
  if (reading.kind === "refused") {
    const { field, fault } = reading;
    log.warn("A signed webhook was refused", { provider: account.provider, field, reason: fault });
    return sendProblem(response, { code: "not_allowed", field, message: `The parameter ${field} ${fault}.` });
  }
  const fields = {
    provider: account.provider,
    messageSid: reading.sms.providerMessageId,
    number: reading.sms.to,
  };
  try {
    const outcome = await within(
      options.storeInbound(reading.sms),
      options.storeTimeoutMs ?? STORE_TIMEOUT_MS,
    );
    if (outcome === "unknown_number") {
      log.warn("An SMS to a number outside the pool was refused", fields);
      const message = "To is not in this server's pool; add the number, or point its webhook elsewhere.";
      return sendProblem(response, { code: "not_allowed", field: "To", message });
    }
    log.info(outcome === "stored" ? "An SMS was stored" : "A repeated SMS changed nothing", fields);
    sendTwiml(response);
  } catch (err) {
    log.error("An SMS could not be stored", { ...fields, err });
    const message = "The message could not be stored now; send it again.";
    sendProblem(response, { code: "unavailable", message });
  }
}

function sendTwiml(response: Response): void {
  response.status(200).set("Cache-Control", "no-store").type("text/xml").send(EMPTY_TWIML);
}

interface RefuseJob {
  request: Request;
  response: Response;
  refusal: Refusal;
  underLimit: (address: string) => boolean;
  log: Logger;
}

function refuse({ request, response, refusal, underLimit, log }: RefuseJob): void {
  const address = request.socket.remoteAddress ?? "";
  const { status, problem } = refusal;
  if (refusal.bad && !underLimit(address)) {
    response.set("Retry-After", "20");
    const message = "Too many bad signatures from this address; try again in 20 s.";
    return sendProblem(response, { code: "too_many_requests", message });
  }
  if (status === 401) response.set("WWW-Authenticate", 'Basic realm="AgentPass webhook", charset="UTF-8"');
  // Unread bytes would otherwise be taken for the next request, or read to their end for nothing.
  if (!request.complete) {
    response.set("Connection", "close");
    response.once("finish", () => request.socket.destroySoon());
  }
  log.warn("A webhook request was refused", {
    status,
    address,
    reason: problem.message,
    field: problem.field,
  });
  sendProblem(response, problem, status);
}

function badInput(status: number, fault: string): Refusal {
  const message = `The webhook was sent ${fault}; it takes form parameters as Twilio sends them.`;
  return { kind: "refused", status, problem: { code: "invalid_input", message } };
}

function denied(field: string, message: string): Refusal {
  return { kind: "refused", status: 403, problem: { code: "not_allowed", field, message } };
}

function secretRefusal(check: "wrong" | "missing"): Refusal {
  const message =
    "This webhook wants WEBHOOK_SECRET: as password in its URL (https://any:SECRET@host/…), as ?secret= or as X-Webhook-Secret.";
  return check === "missing"
    ? { kind: "refused", status: 401, problem: { code: "not_signed_in", message } }
    : { kind: "refused", status: 403, bad: true, problem: { code: "not_allowed", message } };
}

function signatureRefusal(signature: string | undefined, { baseUrl }: SmsRouteOptions): Refusal {
  const what = signature ? "does not match" : "is missing";
  const message =
    `X-Twilio-Signature ${what}. The request must be signed with this account's auth token for exactly ` +
    `${baseUrl()}${SMS_PATH} (set AGENTPASS_API_URL to the base of the URL that Twilio calls).`;
  return { ...denied("X-Twilio-Signature", message), bad: true };
}
