import { problemOfFailure } from "@agentpass/shared/feed-client/feed-problem";
import type { Problem } from "@agentpass/shared/problem";

/** What a call that failed means to a person: the server's own word, or why the server could not be asked. */
export function explainFailure(error: unknown, server: string): Problem {
  const problem = problemOfFailure(error);
  if (problem !== null) return problem;
  const { host } = new URL(server);
  const found = causes(error).find(({ code }) => code !== undefined);
  const code = found?.code ?? "";
  if (code in certificate) return { code: "unavailable", message: certificate[code]?.(host) ?? "" };
  if (code.startsWith("ERR_SSL_") || code === "EPROTO")
    return {
      code: "unavailable",
      message: `${host} does not speak TLS: there may be no HTTPS at this port. Check the address; a server on this computer has http://, not https://.`,
    };
  if (code === "ENOTFOUND" || code === "EAI_AGAIN")
    return {
      code: "unavailable",
      message: `No computer is called ${host}, as far as this one can tell. Check the address, and whether this computer is online.`,
    };
  if (isSilent(error, code)) return unreachable(host);
  return notAgentPass(server);
}

/** Something answers there, but no AgentPass server. */
export function notAgentPass(server: string): Problem {
  return {
    code: "not_found",
    message: `What answers at ${server} is no AgentPass server. Check the address, the part after the host too, or ask an admin of your team for it.`,
  };
}

function unreachable(host: string): Problem {
  return {
    code: "unavailable",
    message: `Nothing answers at ${host}. Check the address and your network; ask whoever runs the server whether it is up.`,
  };
}

const untrusted = (host: string): string =>
  `The certificate of ${host} is of an authority that this computer does not know, so what answers there may be somebody else. Have the server use a certificate of a public authority.`;

/** Codes of Node's and BoringSSL's checks, and what they mean. */
const certificate: Readonly<Record<string, (host: string) => string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_GET_ISSUER_CERT: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  CERT_UNTRUSTED: untrusted,
  CERT_HAS_EXPIRED: (host) =>
    `The certificate of ${host} has expired. Ask whoever runs the server to renew it, and check this computer's clock.`,
  CERT_NOT_YET_VALID: (host) =>
    `The certificate of ${host} is not valid yet. Check this computer's clock; if it is right, tell whoever runs the server.`,
  CERT_REVOKED: (host) => `The certificate of ${host} was revoked. Ask whoever runs the server.`,
  ERR_TLS_CERT_ALTNAME_INVALID: (host) =>
    `The certificate that ${host} shows is for another name. Check the address, or ask whoever runs the server.`,
};

const silentCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENETDOWN",
  "EADDRNOTAVAIL",
  "ETIMEDOUT",
  "EPIPE",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
]);

function isSilent(error: unknown, code: string): boolean {
  return silentCodes.has(code) || causes(error).some(({ name }) => name === "TimeoutError");
}

/** "fetch failed" says nothing; what happened is further inside. */
function causes(error: unknown): { name: string; code: string | undefined }[] {
  const found: { name: string; code: string | undefined }[] = [];
  for (let inner = error; inner instanceof Error && found.length < 8; inner = inner.cause) {
    const code = "code" in inner && typeof inner.code === "string" ? inner.code : undefined;
    found.unshift({ name: inner.name, code });
    if (inner instanceof AggregateError) found.unshift(...inner.errors.flatMap(causes));
  }
  return found;
}
