import type { IncomingHttpHeaders } from "node:http";
import type { Problem } from "@agentpass/shared/problem";

export interface GuardOptions {
  /** The configured public base URL, or null. */
  apiUrl: string | null;
  /** The address the server binds to (`HOST`). */
  host: string;
  /** The port in use; known once the server listens. */
  port: () => number;
}

/** What a guard looks at; a WebSocket upgrade has the same. */
interface GuardedRequest {
  method?: string | undefined;
  headers: IncomingHttpHeaders;
}

/** Gives the problem that forbids the request, or null. */
export type RequestGuard = (request: GuardedRequest) => Problem | null;

/**
 * Keeps web pages away from a server on their visitor's machine (DNS rebinding sends a foreign Host, a cross-site
 * request a foreign Origin or `Sec-Fetch-Site`). For every route but the webhook, and for WebSocket upgrades, which
 * browsers send across origins without asking.
 */
export function createRequestGuard(options: GuardOptions): RequestGuard {
  return ({ method, headers }) => {
    const allowed = allowedHosts(options);
    const host = headers.host?.toLowerCase() ?? "";
    if (!allowed.has(host))
      return notAllowed(
        "Host",
        `This server does not answer for the host ${show(host)}. Use http://127.0.0.1:${options.port()}, or set ` +
          "AGENTPASS_API_URL to the URL you use.",
      );
    const origin = headers.origin;
    if (origin !== undefined && !allowed.has(hostOfOrigin(origin)))
      return notAllowed("Origin", `Pages of ${show(origin)} may not use this server.`);
    if (isForeignFetch(method, headers))
      return notAllowed("Sec-Fetch-Site", "Pages of other sites may not use this server.");
    return null;
  };
}

function allowedHosts({ apiUrl, host, port }: GuardOptions): ReadonlySet<string> {
  const bound = host.includes(":") && !host.startsWith("[") ? `[${host}]` : host.toLowerCase();
  const names = ["localhost", "127.0.0.1", "[::1]", bound];
  const local = names.map((name) => `${name}:${port()}`);
  return new Set([...local, ...(port() === 80 ? names : []), ...hostsOfUrl(apiUrl)]);
}

/** With and without the scheme's own port: clients leave it out, some proxies put it in. */
function hostsOfUrl(apiUrl: string | null): string[] {
  if (apiUrl === null) return [];
  const { host, hostname, port, protocol } = new URL(apiUrl);
  return port === "" ? [host, `${hostname}:${protocol === "https:" ? 443 : 80}`] : [host];
}

function hostOfOrigin(origin: string): string {
  const url = URL.parse(origin);
  return url && /^https?:$/.test(url.protocol) && url.origin === origin.toLowerCase() ? url.host : "";
}

/** Requests of other sites that carry no Origin (images, scripts). A link that a person follows is let through. */
function isForeignFetch(method: string | undefined, headers: IncomingHttpHeaders): boolean {
  const site = headers["sec-fetch-site"];
  if (site === undefined || site === "same-origin" || site === "none") return false;
  if (headers.origin !== undefined) return false;
  const isFollowedLink = headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document";
  return !(method === "GET" && isFollowedLink);
}

function notAllowed(field: string, message: string): Problem {
  return { code: "not_allowed", field, message };
}

function show(text: string): string {
  return JSON.stringify(text.replace(/[^\x20-\x7e]/g, "?").slice(0, 80));
}
