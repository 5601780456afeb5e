import type { Secret } from "@agentpass/shared/secret";
// The package's entry point loads the whole REST client (132 ms here); the webhook part alone takes 11 ms.
import { validateRequest } from "twilio/lib/webhooks/webhooks.js";
import type { FormParameter } from "./url-encoded.ts";

export interface WebhookAccount {
  /** Goes with the message: a number is found only within its own provider, so a mock signature reaches mock numbers only. */
  provider: "mock" | "twilio";
  accountSid: string;
  /** Several while a token is rotated. */
  authTokens: readonly Secret[];
}

export interface SignedRequest {
  /** As Twilio was told it: configured base, path and the raw query as received, without `user:password@`. */
  url: string;
  /** Of the body; empty for GET, whose parameters are in the URL. */
  parameters: readonly FormParameter[];
  /** `X-Twilio-Signature`. */
  signature: string | undefined;
}

/** The base64 of an HMAC-SHA1. */
const SIGNATURE_SHAPE = /^[A-Za-z0-9+/]{27}=$/;

/**
 * Finds the account one of whose tokens signed the request, else null. Twilio drops user name and password from the
 * URL before it signs and keeps the port for SMS callbacks ("A few notes" in
 * https://www.twilio.com/docs/usage/security); the library tries the URL with and without its port.
 */
export function signingAccount(
  request: SignedRequest,
  accounts: readonly WebhookAccount[],
): WebhookAccount | null {
  const { signature, url } = request;
  if (!signature || !SIGNATURE_SHAPE.test(signature)) return null;
  const params = grouped(request.parameters);
  const signedBy = (token: Secret): boolean => validateRequest(token.reveal(), signature, url, params);
  return accounts.find((account) => account.authTokens.some(signedBy)) ?? null;
}

/**
 * The library takes an object, and an array where a name is repeated; it then signs each different value once. So a
 * repeated parameter can carry a valid signature and must be refused by whoever reads the fields.
 */
function grouped(parameters: readonly FormParameter[]): Record<string, string | string[]> {
  const params: Record<string, string | string[]> = Object.create(null);
  for (const [name, value] of parameters) {
    const before = params[name];
    params[name] = before === undefined ? value : [before, value].flat();
  }
  return params;
}
