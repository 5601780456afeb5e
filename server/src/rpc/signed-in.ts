import { fail } from "@agentpass/shared/problem";
import { signIn, type SignedIn } from "../actions/sign-in.ts";
import type { Viewer } from "../domain/access.ts";
import { noteKeyUsed } from "../store/keys.ts";
import type { Store } from "../store/store.ts";
import { requireVersion } from "./require-version.ts";

/** When a key was used last is kept to the minute. */
const NOTE_USE_MS = 60_000;

/** How a request or a connection presents itself. */
export interface Credentials {
  key: string | null;
  /** Where it comes from; null where the socket does not say any more. */
  address: string | null;
  /** What the client says its version is; null: nothing. */
  version: string | null;
}

/**
 * Signs a request or a connection in when it is first asked who it is; a failure is not kept, so that a database
 * that was away costs one call and not the connection. `onSignedIn` is told once. Of a client whose version does not work with
 * ours the key is not looked at.
 */
export function lazySignIn(
  store: Store,
  { key, address, version }: Credentials,
  onSignedIn: (signedIn: SignedIn) => void = () => {},
): () => Promise<Viewer> {
  let signingIn: Promise<SignedIn> | null = null;
  let notedAt = store.clock();
  const once = async (): Promise<SignedIn> => {
    requireVersion(version);
    const signedIn = await signIn(store, key, address);
    onSignedIn(signedIn);
    return signedIn;
  };
  return async () => {
    signingIn ??= once();
    const known = await signingIn.catch((error: unknown) => {
      signingIn = null;
      throw error;
    });
    if (known.expiresAt !== null && known.expiresAt <= store.clock())
      fail("not_signed_in", "This key has expired. Ask an admin for a new one.");
    // A connection is signed in once and may live for weeks.
    if (store.clock() - notedAt >= NOTE_USE_MS) {
      notedAt = store.clock();
      void noteKeyUsed(store, known.viewer).catch(() => {});
    }
    return known.viewer;
  };
}

/** The key of an `Authorization: Bearer KEY` header; null where there is none. */
export function bearerKey(header: string | undefined): string | null {
  return /^Bearer +(\S+)$/i.exec(header ?? "")?.[1] ?? null;
}
