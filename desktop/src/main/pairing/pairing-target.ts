import { fail, ProblemError } from "@agentpass/shared/problem";
import { Secret } from "@agentpass/shared/secret";
import { invitationSecret } from "@agentpass/shared/team-api";

/** Where to connect this computer to. */
export interface PairingTarget {
  /** Base URL, without a slash at the end. */
  server: string;
  /** Of an invitation's link; null: an admin approves a code. */
  invitation: Secret | null;
}

/**
 * Reads what a person typed or pasted, or what a link says: a server's address, `https://SERVER/pair/SECRET`, or
 * `agentpass://pair?server=…&invitation=…`. Throws a ProblemError that says what would be right.
 */
export function parsePairingTarget(text: string): PairingTarget {
  const typed = text.trim();
  if (/^agentpass:/i.test(typed)) return targetOfAppLink(typed);
  const url = parseAddress(typed);
  const [, prefix = "", secret = ""] = /^(.*)\/pair\/([^/]*)\/?$/.exec(url.pathname) ?? [];
  if (secret !== "") return { server: url.origin + prefix, invitation: parseInvitation(secret) };
  return { server: url.origin + url.pathname.replace(/(\/pair)?\/*$/, ""), invitation: null };
}

function targetOfAppLink(link: string): PairingTarget {
  const url = URL.canParse(link) ? new URL(link) : failAddress("This link cannot be read");
  const action = (url.host || url.pathname.replace(/^\/+/, "")).toLowerCase();
  const server = url.searchParams.get("server");
  if (action !== "pair" || server === null) failAddress("This link names no server to connect to");
  const secret = url.searchParams.get("invitation");
  return {
    ...parsePairingTarget(withoutAppLink(server)),
    ...(secret === null ? {} : { invitation: parseInvitation(secret) }),
  };
}

/** A link within a link would be read for ever. */
function withoutAppLink(server: string): string {
  return /^https?:\/\//i.test(server) ? server : failAddress("This link names no server to connect to");
}

/** An address without a scheme is one of HTTPS, but for this computer's own. */
function parseAddress(typed: string): URL {
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed);
  const guess = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])([:/]|$)/i.test(typed) ? "http" : "https";
  const whole = hasScheme ? typed : `${guess}://${typed}`;
  if (/\s/.test(typed) || !URL.canParse(whole))
    failAddress(`${JSON.stringify(typed.slice(0, 80))} is no address`);
  const url = new URL(whole);
  if (url.protocol !== "https:" && url.protocol !== "http:")
    failAddress(`${JSON.stringify(url.protocol)} is no address of a server`);
  // Nobody types a name and a password here; one that is there is to make the host look like another.
  if (url.username !== "" || url.password !== "")
    failAddress("An address with an @ before the host is not taken");
  return url;
}

function parseInvitation(secret: string): Secret {
  const parsed = invitationSecret.safeParse(secret);
  if (parsed.success) return new Secret(parsed.data);
  throw new ProblemError({
    code: "invalid_input",
    field: "server",
    message:
      "This invitation is not whole. Copy the link again, up to its last character, or ask for a new one.",
  });
}

function failAddress(what: string): never {
  fail(
    "invalid_input",
    `${what}. Type the address of your team's server, e.g. https://sms.example.com, or paste the link of an invitation.`,
    { field: "server" },
  );
}
