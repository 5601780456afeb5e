import { fail } from "@agentpass/shared/problem";
import { parseKey, sameHash } from "../crypto/token-hash.ts";
import type { Viewer } from "../domain/access.ts";
import { keyByPrefix, noteKeyUsed } from "../store/keys.ts";
import type { Store } from "../store/store.ts";

export interface SignedIn {
  viewer: Viewer;
  /** Epoch milliseconds; null: never. */
  expiresAt: number | null;
}

/** Who holds this key; `address` is where the call came from. Throws `not_signed_in` for one that is missing, malformed, unknown, revoked or expired: one answer for all. */
export async function signIn(
  store: Store,
  key: string | null,
  address: string | null = null,
): Promise<SignedIn> {
  if (key === null || key === "")
    return fail(
      "not_signed_in",
      "No key was given. Send one as Authorization: Bearer KEY; make one with: pnpm agentpass key create --kind agent --name NAME",
    );
  const presented = parseKey(key);
  const known = presented && (await keyByPrefix(store, { prefix: presented.prefix, address }));
  if (!presented || !known || !sameHash(known.hash, presented.hash)) {
    if (presented) store.refusals.noteSignIn({ prefix: presented.prefix, address });
    return fail(
      "not_signed_in",
      "This key is not valid here: mistyped, revoked, expired, or of another server. Make a new one with: pnpm agentpass key create --kind agent --name NAME",
    );
  }
  void noteKeyUsed(store, known.viewer).catch(() => {});
  return { viewer: known.viewer, expiresAt: known.expiresAt };
}
