import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";
import proxyAddr from "proxy-addr";

/** Where a request comes from; null where its socket is gone. */
export type CallerAddress = (request: IncomingMessage) => string | null;

/**
 * The socket's address; where that is a trusted proxy's, the last one in X-Forwarded-For that is not. What stands before
 * it there is the caller's own claim. `trustedProxies`: addresses and networks.
 */
export function createCallerAddress(trustedProxies: readonly string[]): CallerAddress {
  const isTrusted = proxyAddr.compile([...trustedProxies]);
  return (request) => {
    const peer = request.socket.remoteAddress;
    if (peer === undefined) return null;
    const caller = proxyAddr(request, isTrusted);
    // "unknown", or an address with a port, which may be another one at each call.
    return isIP(caller) === 0 ? peer : caller;
  };
}
