import type { AppRouter } from "@agentpass/shared/api";
import type { Secret } from "@agentpass/shared/secret";
import { VERSION, VERSION_HEADER } from "@agentpass/shared/version";
import { createTRPCClient, httpLink, type TRPCClient } from "@trpc/client";

export type ServerClient = TRPCClient<AppRouter>;

const ANSWER_MS = 10_000;

/** A client for single calls over HTTP, each of which has 10 s. `key`: null for what anybody may call. */
export function serverClient({ server, key }: { server: string; key: Secret | null }): ServerClient {
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${server}/trpc`,
        headers: {
          [VERSION_HEADER]: VERSION,
          ...(key === null ? {} : { authorization: `Bearer ${key.reveal()}` }),
        },
        // A key goes nowhere that its server did not name before.
        fetch: (input, init) =>
          fetch(input, { ...init, redirect: "error", signal: AbortSignal.timeout(ANSWER_MS) }),
      }),
    ],
  });
}
