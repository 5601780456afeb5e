import {
  createTRPCClient,
  createWSClient,
  wsLink,
  type TRPCClient,
  type WebSocketClientOptions,
} from "@trpc/client";
import type { AnyRouter } from "@trpc/server";

/** tRPC's own client with its defaults; leaving the scope closes it. */
export function stockClient<R extends AnyRouter>(
  options: WebSocketClientOptions,
): { api: TRPCClient<R>; socket: ReturnType<typeof createWSClient> } & Disposable {
  const socket = createWSClient(options);
  // The link's options depend on a transformer that `R` may have; none here has one.
  const api = createTRPCClient<R>({ links: [wsLink({ client: socket } as never)] });
  return { api, socket, [Symbol.dispose]: () => void socket.close() };
}
