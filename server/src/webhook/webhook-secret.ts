import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { Secret } from "@agentpass/shared/secret";
import type { FormParameter } from "./url-encoded.ts";

/** - `missing`: answer 401 with `WWW-Authenticate: Basic`. `wrong`: answer 403. */
export type SecretCheck = "right" | "wrong" | "missing";

export interface Presented {
  headers: IncomingHttpHeaders;
  query: readonly FormParameter[];
}

/**
 * Checks `WEBHOOK_SECRET`, the optional second factor: as HTTP Basic password (Twilio asks first without
 * credentials and repeats the request after a 401, https://www.twilio.com/docs/usage/security#http-authentication),
 * as `?secret=`, or as `X-Webhook-Secret` from a gateway. One right place is enough: proxies add credentials of
 * their own.
 */
export function checkWebhookSecret(secret: Secret | null, presented: Presented): SecretCheck {
  if (!secret) return "right";
  const given = presentedSecrets(presented);
  if (given.length === 0) return "missing";
  return given.some((text) => sameText(text, secret.reveal())) ? "right" : "wrong";
}

function presentedSecrets({ headers, query }: Presented): string[] {
  const given = query.filter(([name]) => name === "secret").map(([, value]) => value);
  const password = basicPassword(headers.authorization);
  if (password !== null) given.push(password);
  const header = headers["x-webhook-secret"];
  if (header !== undefined) given.push(String(header));
  return given;
}

function basicPassword(authorization: string | undefined): string | null {
  const encoded = /^Basic +([A-Za-z0-9+/=_-]+)$/i.exec(authorization ?? "")?.[1];
  if (!encoded) return null;
  const credentials = Buffer.from(encoded, "base64").toString("utf8");
  const colon = credentials.indexOf(":");
  return colon < 0 ? null : credentials.slice(colon + 1);
}

/** Compares digests, so that neither length nor common prefix shows in the time taken. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
