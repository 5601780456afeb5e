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

/**
 * Who holds this key; `address` is where the call came from. Throws `not_signed_in` for
 * one that is missing, malformed, unknown, revoked or expired: one answer for all; `not_allowed` for a paused agent's
 * and for one that a restore has suspended;
 * `too_many_requests` where the address has tried too many.
 */
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
  const known = await lookUp(store, key, address);
  if (known === "refused")
    return fail("too_many_requests", "Too many wrong keys from this address; try again in 20 s.", {
      retryAfterMs: 20_000,
    });
  if (known === null) {
    return fail(
      "not_signed_in",
      "This key is not valid here: mistyped, revoked, expired, or of another server. Make a new one with: pnpm agentpass key create --kind agent --name NAME",
    );
  }
  if (known.paused)
    return fail(
      "not_allowed",
      "This agent is paused. Ask the person it works for, or an admin, to resume it: pnpm agentpass agent resume NAME",
    );
  if (known.suspended)
    return fail(
      "not_allowed",
      "This key rests since the server's database was restored from a backup. Ask an owner to confirm it: pnpm agentpass key confirm " +
        parseKey(key)?.prefix,
    );
  void noteKeyUsed(store, known.viewer).catch(() => {});
  return { viewer: known.viewer, expiresAt: known.expiresAt };
}

/** The row of a key that is known and proven; null for any other. Text that cannot be a key costs no look at the store. */
async function lookUp(store: Store, key: string, address: string | null) {
  const presented = parseKey(key);
  if (!presented) return null;
  const proof = `${presented.prefix} ${presented.hash.toString("base64")}`;
  return store.limits.badKeys.lookUp({ address, key: proof }, async () => {
    const known = await keyByPrefix(store, { prefix: presented.prefix, address });
    if (known && sameHash(known.hash, presented.hash)) return known;
    store.refusals.noteSignIn({ prefix: presented.prefix, address });
    return null;
  });
}
