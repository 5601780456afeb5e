import { Secret } from "@agentpass/shared/secret";
import type { KeyRing, WrappedKey } from "./key-ring.ts";

/** Seals a secret that must be read again, under a master key. `context`: the row it belongs to. */
export function sealSecret(ring: KeyRing, secret: Secret, context: string): WrappedKey {
  return ring.wrap(Buffer.from(secret.reveal()), context);
}

/** Throws where the secret is not that row's, or its master key is missing. */
export function openSecret(ring: KeyRing, sealed: WrappedKey, context: string): Secret {
  return new Secret(ring.unwrap(sealed, context).toString());
}
