import type { RequestHandler, Response } from "express";
import { webhookResults, type Observe, type WebhookResult } from "../ops/occurrence.ts";

/** Says how the request ended, where its status does not tell. */
export function noteResult(response: Response, result: WebhookResult): void {
  response.locals["result"] = result;
}

/** Tells `observe` of each request to a webhook, once it is answered or its client has gone. */
export function observeWebhook(webhook: "sms" | "gateway", observe: Observe): RequestHandler {
  return (_request, response, next) => {
    const startedAt = performance.now();
    response.once("close", () => {
      const noted: unknown = response.locals["result"];
      const result = webhookResults.find((known) => known === noted) ?? resultOf(response.statusCode);
      observe({ type: "webhook.answered", webhook, result, ms: performance.now() - startedAt });
    });
    next();
  };
}

function resultOf(status: number): WebhookResult {
  if (status === 429) return "too_many";
  if (status >= 500) return "unavailable";
  return status >= 400 ? "refused" : "ignored";
}
