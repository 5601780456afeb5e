import type { AppRouter } from "@agentpass/shared/api";
import type { Problem } from "@agentpass/shared/problem";
import type { Secret } from "@agentpass/shared/secret";
import { VERSION, VERSION_HEADER } from "@agentpass/shared/version";
import { createTRPCClient, httpLink, TRPCClientError, type TRPCClient } from "@trpc/client";
import type { ServerAccess } from "./find-server.ts";

export type ServerClient = TRPCClient<AppRouter>;

/** A typed client of the server's API; every call has 20 s. */
export function serverClient({ url, key }: { url: string; key: Secret | null }): ServerClient {
  return createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: `${url}/trpc`,
        headers: {
          [VERSION_HEADER]: VERSION,
          ...(key === null ? {} : { authorization: `Bearer ${key.reveal()}` }),
        },
        fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(20_000) }),
      }),
    ],
  });
}

/** What a failed call means to the person who gave the command; null where it is no failure of a call. */
export function problemOfCall(
  error: unknown,
  { url, keyFrom }: Pick<ServerAccess, "url" | "keyFrom">,
): Problem | null {
  if (!(error instanceof TRPCClientError)) return null;
  const problem = (error.data as { problem?: Problem | null } | null | undefined)?.problem;
  if (problem?.code === "not_signed_in")
    return {
      ...problem,
      message: `The server at ${url} refused the key from ${keyFrom}: ${problem.message}`,
    };
  if (problem) return problem;
  if (error.data) return { code: "unavailable", message: `The server at ${url} failed: ${error.message}` };
  return {
    code: "unavailable",
    message: `The server at ${url} cannot be reached, or is no AgentPass server (${reasonOf(error)}); start it with: pnpm start`,
  };
}

/** The innermost cause says what happened: "fetch failed" does not. */
function reasonOf(error: Error): string {
  const cause = error.cause;
  if (cause instanceof Error) return reasonOf(cause);
  const { code } = error as NodeJS.ErrnoException;
  return code ?? error.message;
}
