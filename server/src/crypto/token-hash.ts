import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

export type KeyKind = "admin" | "device" | "agent";

/** A key as shown once to its holder, and what is stored of it. */
export interface NewKey {
  text: string;
  prefix: string;
  hash: Buffer;
}

const KEY_SHAPE = /^(ap_(?:admin|device|agent)_[0-9a-f]{12})_([A-Za-z0-9_-]{43})$/;

/** SHA-256 is enough: the secret has 256 random bits, so there is nothing to guess. */
const digest = (secret: string): Buffer => createHash("sha256").update(secret).digest();

/** Makes `ap_<kind>_<12 hex>_<256 bits>`: the part before the last underscore finds the row, the rest proves the holder. */
export function newKey(kind: KeyKind): NewKey {
  const prefix = `ap_${kind}_${randomBytes(6).toString("hex")}`;
  const secret = newSecret();
  return { text: `${prefix}_${secret.text}`, prefix, hash: secret.hash };
}

/** Splits a presented key; null where it cannot be one of ours. */
export function parseKey(text: string): { prefix: string; hash: Buffer } | null {
  const [, prefix, secret] = KEY_SHAPE.exec(text.trim()) ?? [];
  return prefix === undefined || secret === undefined ? null : { prefix, hash: digest(secret) };
}

/** A secret of 256 random bits as text (43 characters of base64url), and what is stored of it. */
export function newSecret(): { text: string; hash: Buffer } {
  const text = randomBytes(32).toString("base64url");
  return { text, hash: digest(text) };
}

/** What is stored of a presented secret; it is found by this. */
export const hashSecret = digest;

/** Compares in constant time. */
export function sameHash(left: Buffer, right: Buffer): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
