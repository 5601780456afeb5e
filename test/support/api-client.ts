import type { AppRouter } from "@agentpass/shared/api";
import { createTRPCClient, httpLink, type TRPCClient } from "@trpc/client";

/** The typed API over HTTP, as a script uses it. */
export function apiClient(url: string, key: string): TRPCClient<AppRouter> {
  return createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${url}/trpc`, headers: { authorization: `Bearer ${key}` } })],
  });
}
