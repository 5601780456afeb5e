import { Router, type Request, type Response } from "express";
import type { InboundSms, StoreOutcome } from "../domain/inbound-sms.ts";
import type { Logger } from "../ops/logger.ts";
import type { Observe } from "../ops/occurrence.ts";
import type { CallerAddress } from "../transport/caller-address.ts";
import { sendProblem } from "../transport/problem-response.ts";
import { createBadCallerLimit } from "../domain/bad-caller-limit.ts";
import { refuseRequest } from "./refuse-request.ts";
import { SMS_PATH, verifyRequest, type VerifyOptions } from "./signed-request.ts";
import { readSms } from "./sms-fields.ts";
import { noteResult, observeWebhook } from "./webhook-result.ts";
import { within } from "./within.ts";

/** Twilio waits 15 s and then tells nobody; by then it must have our answer. */
const STORE_TIMEOUT_MS = 10_000;
const EMPTY_TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>';

export interface SmsRouteOptions extends VerifyOptions {
  callerAddress: CallerAddress;
  /** Resolves after COMMIT. A rejection, or no answer in 10 s, is answered 503. */
  storeInbound: (sms: InboundSms) => Promise<StoreOutcome>;
  log: Logger;
  observe: Observe;
  /** Epoch milliseconds. */
  now: () => number;
  storeTimeoutMs?: number;
}

/** `POST` and `GET /webhook/sms-received`: from a signed request to a committed row, or a refusal without one. */
export function createSmsRoute(options: SmsRouteOptions): Router {
  const router = Router({ strict: true, caseSensitive: true });
  const underLimit = createBadCallerLimit(options.now);
  const receive = async (request: Request, response: Response): Promise<void> => {
    const receivedAt = options.now();
    const verified = await verifyRequest(request, options);
    switch (verified.kind) {
      case "gone":
        return;
      case "reachable":
        return sendTwiml(response);
      case "refused":
        return refuseRequest({ request, response }, verified, { ...options, underLimit });
      case "signed":
        return receiveSms(
          response,
          readSms(verified.parameters, { account: verified.account, receivedAt }),
          options,
        );
    }
  };
  router
    .route(SMS_PATH)
    .all(observeWebhook("sms", options.observe))
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

async function receiveSms(
  response: Response,
  reading: ReturnType<typeof readSms>,
  options: SmsRouteOptions,
): Promise<void> {
  switch (reading.kind) {
    case "status_callback":
      options.log.info("A delivery report came to the webhook for incoming SMS and is ignored");
      return sendTwiml(response);
    case "refused": {
      const { field, fault } = reading;
      options.log.warn("A signed webhook was refused", { field, reason: fault });
      const message = `The parameter ${field} ${fault}.`;
      return sendProblem(response, { code: "not_allowed", field, message });
    }
    case "sms":
      return storeSms(response, reading.sms, options);
  }
}

async function storeSms(response: Response, sms: InboundSms, options: SmsRouteOptions): Promise<void> {
  const { log, storeInbound, storeTimeoutMs = STORE_TIMEOUT_MS } = options;
  const fields = { provider: sms.provider, messageSid: sms.providerMessageId, number: sms.to };
  try {
    const outcome = await within(storeInbound(sms), storeTimeoutMs);
    if (outcome === "unknown_number") {
      noteResult(response, "unknown_number");
      log.warn("An SMS to a number outside the pool was refused", fields);
      const message = "To is not in this server's pool; add the number, or point its webhook elsewhere.";
      return sendProblem(response, { code: "not_allowed", field: "To", message });
    }
    noteResult(response, outcome);
    log.info(outcome === "stored" ? "An SMS was stored" : "A repeated SMS changed nothing", fields);
    sendTwiml(response);
  } catch (err) {
    log.error("An SMS could not be stored", { ...fields, err });
    sendProblem(response, {
      code: "unavailable",
      message: "The message could not be stored now; send it again.",
    });
  }
}

function sendTwiml(response: Response): void {
  response.status(200).set("Cache-Control", "no-store").type("text/xml").send(EMPTY_TWIML);
}
