import { createServer, type RequestListener, type Server } from "node:http";

/** Bounds that keep slow or silent clients from holding sockets; milliseconds and bytes. */
const HTTP_LIMITS = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  /** The whole request, body included. */
  requestTimeout: 30_000,
  /** Above the 60 s of common load balancers, so that they close first and never meet a closing socket. */
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2_000,
} as const;

export type ListenResult =
  | { ok: true; port: number }
  /** One line for people, with the mend. */
  | { ok: false; message: string };

/** The server around an app, within {@link HTTP_LIMITS}; not listening yet, so that upgrades can be wired first. */
export function createHttpServer(app: RequestListener): Server {
  const server = createServer({ ...HTTP_LIMITS }, app);
  server.maxHeadersCount = 100;
  return server;
}

/** Starts listening and tells the port in use (port 0 takes a free one). Expected failures come back as a message. */
export function listen(
  server: Server,
  { host, port }: { host: string; port: number },
): Promise<ListenResult> {
  return new Promise((resolve) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      server.off("listening", onListening);
      resolve({ ok: false, message: explain(error, { host, port }) });
    };
    const onListening = (): void => {
      server.off("error", onError);
      const address = server.address();
      resolve({ ok: true, port: typeof address === "object" && address ? address.port : port });
    };
    server.once("error", onError).once("listening", onListening);
    server.listen(port, host);
  });
}

function explain(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): string {
  switch (error.code ?? "") {
    case "EADDRINUSE":
      return `Port ${port} on ${host} is in use, perhaps by a server that already runs; stop it or set PORT to another port.`;
    case "EACCES":
      return `Port ${port} needs more rights than this user has; set PORT to one above 1023.`;
    case "EADDRNOTAVAIL":
      return `HOST ${host} is not an address of this machine; set HOST to 127.0.0.1, or 0.0.0.0 for all addresses.`;
    case "ENOTFOUND":
      return `HOST ${host} is not a known host name; set HOST to 127.0.0.1, or 0.0.0.0 for all addresses.`;
    default:
      return `The server cannot listen on ${host}, port ${port} (${error.code ?? error.message}).`;
  }
}

/** An address that reaches a server bound to `host` from its own machine. */
export function localHost(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return host.includes(":") ? `[${host}]` : host;
}
