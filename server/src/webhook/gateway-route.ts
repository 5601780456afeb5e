import { randomBytes } from "node:crypto";
import { gatewayName } from "@agentpass/shared/gateway-api";
import type { E164 } from "@agentpass/shared/phone-number";
import { Secret } from "@agentpass/shared/secret";
import { Router, type Request, type Response } from "express";
import { createBadCallerLimit } from "../domain/bad-caller-limit.ts";
import { createBadKeyLimit, type BadKeyLimit } from "../domain/bad-key-limit.ts";
import { recipientAmong, type GatewayNumber } from "../domain/gateway-number.ts";
import type { InboundSms, StoreOutcome } from "../domain/inbound-sms.ts";
import { providerTime } from "../domain/provider-time.ts";
import type { GatewayReading, GatewaySms } from "../gateways/adapter.ts";
import { gatewayAdapters } from "../gateways/adapters.ts";
import { gatewayPath } from "../gateways/gateway-path.ts";
import type { Logger } from "../ops/logger.ts";
import type { Observe, WebhookResult } from "../ops/occurrence.ts";
import type { KnownGateway } from "../store/gateways.ts";
import type { CallerAddress } from "../transport/caller-address.ts";
import { sendProblem } from "../transport/problem-response.ts";
import { parseQuery } from "./raw-query.ts";
import { refuseRequest } from "./refuse-request.ts";
import { readBody } from "./request-body.ts";
import { secretRefusal, type Refusal } from "./signed-request.ts";
import { checkWebhookSecret } from "./webhook-secret.ts";
import { noteResult, observeWebhook } from "./webhook-result.ts";
import { within } from "./within.ts";

/** httpSMS waits 5 s, the others 30 s; what is stored later is a repeat when it comes again. */
const STORE_TIMEOUT_MS = 10_000;

export interface GatewayRouteOptions {
  callerAddress: CallerAddress;
  /** The live gateway of this name, of whatever team. */
  gatewayNamed: (name: string) => Promise<KnownGateway | null>;
  /** Its numbers that are not retired. */
  numbersOf: (gateway: KnownGateway) => Promise<readonly GatewayNumber[]>;
  /** Resolves after COMMIT. */
  storeInbound: (sms: InboundSms) => Promise<StoreOutcome>;
  /** The configured base URL with its path prefix, no trailing slash. */
  baseUrl: () => string;
  webhookSecret: Secret | null;
  log: Logger;
  observe: Observe;
  /** Epoch milliseconds. */
  now: () => number;
  storeTimeoutMs?: number;
  bodyTimeoutMs?: number;
}

type Delivered = { status: "accepted"; result: WebhookResult } | { status: "ignored"; reason: string };

/** `POST /webhook/gateway/:name`: from a delivery that a gateway signed to a committed row, or a refusal without one. */
export function createGatewayRoute(options: GatewayRouteOptions): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const underLimit = createBadCallerLimit(options.now);
  // A gateway that there is not has this secret, so that it is refused like one whose secret the caller does not know.
  const nobodys = new Secret(randomBytes(32).toString("base64url"));
  const signers = { nobodys, limit: createBadKeyLimit(options.now) };
  const refuse = { ...options, underLimit };
  router
    .route(gatewayPath(":name"))
    .all(observeWebhook("gateway", options.observe))
    .post(async (request: Request<{ name: string }>, response) => {
      const receivedAt = options.now();
      const body = await readDelivery(request, options);
      if (body === null) return;
      if (!Buffer.isBuffer(body)) return refuseRequest({ request, response }, body, refuse);
      const work = deliver({ request, body, receivedAt }, options, signers);
      const outcome = await within(work, options.storeTimeoutMs ?? STORE_TIMEOUT_MS).catch((err: unknown) => {
        options.log.error("A gateway's message could not be stored", { err });
        return null;
      });
      if (outcome === null) return sendUnavailable(response);
      if ("kind" in outcome) return refuseRequest({ request, response }, outcome, refuse);
      response.status(200).set("Cache-Control", "no-store");
      if (outcome.status === "ignored") return void response.json(outcome);
      noteResult(response, outcome.result);
      response.json({ status: outcome.status });
    })
    .all((_request, response) => {
      response.set("Allow", "POST");
      sendProblem(response, { code: "invalid_input", message: "A gateway's webhook takes POST." }, 405);
    });
  return router;
}

/** The body of a request that may go on; null where the client went away. */
async function readDelivery(
  request: Request,
  { webhookSecret, bodyTimeoutMs }: GatewayRouteOptions,
): Promise<Buffer | Refusal | null> {
  const query = parseQuery(request.originalUrl);
  if (!query.ok) return badInput(400, query.fault);
  const secret = checkWebhookSecret(webhookSecret, { headers: request.headers, query: query.parameters });
  if (secret !== "right") return secretRefusal(secret);
  const body = await readBody(request, "application/json", bodyTimeoutMs);
  if (body.ok) return body.bytes;
  return body.status === null ? null : badInput(body.status, body.fault);
}

interface Delivery {
  request: Request<{ name: string }>;
  body: Buffer;
  receivedAt: number;
}

interface Signers {
  nobodys: Secret;
  /** Each look costs the database one, so an address that signs wrongly gets few at once. */
  limit: BadKeyLimit;
}

/** Null where the gateway's address has to wait until others of its deliveries are looked at. */
async function deliver(
  delivery: Delivery,
  options: GatewayRouteOptions,
  { nobodys, limit }: Signers,
): Promise<Delivered | Refusal | null> {
  const { request, receivedAt } = delivery;
  const address = options.callerAddress(request) ?? "";
  const signed = await limit.lookUp({ address, key: null }, () => verify(delivery, options, nobodys));
  if (signed === "refused") return null;
  if (signed === null) return forged;
  const { gateway, reading } = signed;
  switch (reading.kind) {
    case "ignored":
      options.log.info("A gateway's delivery was ignored", {
        provider: gateway.name,
        reason: reading.reason,
      });
      return { status: "ignored", reason: reading.reason };
    case "refused":
      return badDelivery(reading.field, reading.fault);
    case "sms":
      return storeSms(gateway, { sms: reading.sms, receivedAt }, options);
  }
}

/** What the gateway says; null for an unknown one, and for a signature that is not its own. */
async function verify(
  { request, body, receivedAt }: Delivery,
  options: GatewayRouteOptions,
  nobodys: Secret,
): Promise<{ gateway: KnownGateway; reading: Exclude<GatewayReading, { kind: "forged" }> } | null> {
  const { name } = request.params;
  const gateway = gatewayName.safeParse(name).success ? await options.gatewayNamed(name) : null;
  const reading = await gatewayAdapters[gateway?.kind ?? "android-sms-gateway"].read({
    headers: request.headers,
    body,
    secrets: gateway?.secrets ?? [nobodys],
    url: options.baseUrl() + gatewayPath(name),
    now: receivedAt,
  });
  return gateway === null || reading.kind === "forged" ? null : { gateway, reading };
}

async function storeSms(
  gateway: KnownGateway,
  { sms, receivedAt }: { sms: GatewaySms; receivedAt: number },
  { numbersOf, storeInbound, log }: GatewayRouteOptions,
): Promise<Delivered | Refusal> {
  const found = recipientAmong(await numbersOf(gateway), sms);
  if (found.kind === "unknown") return foreignNumber(gateway.name, found.fault);
  if (found.kind === "other_sim") {
    const reason = "The message came to a SIM card that is not in the pool.";
    log.info("A gateway's delivery was ignored", { provider: gateway.name, reason });
    return { status: "ignored", reason };
  }
  const providerAt = providerTime({ phoneAt: sms.phoneAt, now: receivedAt });
  if (providerAt === null)
    return badDelivery("receivedAt", "cannot be; let the phone's clock be set by the network");
  const to = found.phoneNumber as E164;
  const outcome = await storeInbound({
    provider: gateway.name,
    account: gateway.id,
    providerMessageId: sms.messageId,
    to,
    from: sms.from,
    body: sms.body,
    media: [],
    providerAt,
    receivedAt,
  });
  if (outcome === "unknown_number") return foreignNumber(gateway.name, "has just lost this number");
  const fields = { provider: gateway.name, number: to };
  log.info(outcome === "stored" ? "An SMS was stored" : "A repeated SMS changed nothing", fields);
  return { status: "accepted", result: outcome };
}

/** One answer for an unknown gateway and for a signature that is not its own. */
const forged: Refusal = {
  kind: "refused",
  status: 403,
  bad: true,
  problem: {
    code: "not_allowed",
    message:
      "There is no gateway of this name, or this is not signed with its secret. See: pnpm agentpass gateway list",
  },
};

function badInput(status: number, fault: string): Refusal {
  const message = `The webhook was sent ${fault}; it takes JSON as the gateway sends it.`;
  return { kind: "refused", status, problem: { code: "invalid_input", message } };
}

function badDelivery(field: string, fault: string): Refusal {
  const message = `${field} ${fault}.`;
  return { kind: "refused", status: 400, problem: { code: "invalid_input", field, message } };
}

function foreignNumber(name: string, fault: string): Refusal {
  const message = `The gateway ${fault}. Add it with: pnpm agentpass number add +… --provider ${name}`;
  return { kind: "refused", status: 403, problem: { code: "not_allowed", message } };
}

function sendUnavailable(response: Response): void {
  const message = "The message could not be stored now; send it again.";
  sendProblem(response, { code: "unavailable", message });
}
