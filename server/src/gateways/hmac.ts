import { createHmac, timingSafeEqual } from "node:crypto";
import type { Secret } from "@agentpass/shared/secret";

/** A SHA-256 in hexadecimal. */
const HEX = /^[0-9a-f]{64}$/i;

/** The HMAC-SHA256 of the parts, one behind the other, in hexadecimal. */
export function hmacHex(secret: Secret, parts: readonly (Buffer | string)[]): string {
  const hmac = createHmac("sha256", secret.reveal());
  for (const part of parts) hmac.update(part);
  return hmac.digest("hex");
}

/** Whether one of the secrets made this signature; compared in constant time. */
export function isSigned(
  signature: string | undefined,
  parts: readonly (Buffer | string)[],
  secrets: readonly Secret[],
): boolean {
  if (signature === undefined || !HEX.test(signature)) return false;
  const given = Buffer.from(signature, "hex");
  return secrets.some((secret) => timingSafeEqual(given, Buffer.from(hmacHex(secret, parts), "hex")));
}

/** A header that stands there once; a repeated one is none, since it is not known which counts. */
export function single(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === "string" ? header : undefined;
}
