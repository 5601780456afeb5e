import { Secret } from "@agentpass/shared/secret";
import type { Config, NatsSettings } from "./config.ts";
import type { Environment } from "./read-environment.ts";

const MEND =
  "give nats://host:4222 or tls://host:4222, with user:password@ or token@ before the host where it asks for them, several servers comma-separated; leave it out to run without NATS.";

/** NATS_URL: the servers of one NATS, and how to sign in there. The value is never printed. */
export function parseNats(environment: Environment): Pick<Config, "nats"> {
  const text = environment.get("NATS_URL");
  if (text === undefined) return { nats: null };
  const urls = text.split(",").map(natsUrl);
  const servers = urls.filter((url) => url !== null);
  if (servers.length < urls.length)
    return { nats: environment.fault(`NATS_URL is not a list of NATS servers; ${MEND}`) ?? null };
  const credentials = servers.map(credentialsOf).filter((one) => one !== null);
  if (new Set(credentials.map((one) => `${one.user} ${one.secret.reveal()}`)).size > 1)
    environment.fault(
      "NATS_URL has different credentials for its servers; those of one NATS take the same, so give them once, with the first.",
    );
  return {
    nats: {
      servers: servers.map(({ host }) => host),
      tls: servers.some(({ protocol }) => protocol === "tls:"),
      credentials: credentials[0] ?? null,
    },
  };
}

function natsUrl(text: string): URL | null {
  const url = URL.parse(text.trim());
  if (url === null || !/^(nats|tls):$/.test(url.protocol) || url.hostname === "") return null;
  // Anything behind the host would be ignored, and looks as if it were not.
  if (!["", "/"].includes(url.pathname) || url.search !== "" || url.hash !== "") return null;
  return isPercentEncoded(`${url.username}${url.password}`) ? url : null;
}

function isPercentEncoded(text: string): boolean {
  return /^([^%]|%[0-9A-Fa-f]{2})*$/.test(text);
}

/** A name without a password is a token. */
function credentialsOf({ username, password }: URL): NatsSettings["credentials"] {
  if (username === "" && password === "") return null;
  const user = password === "" ? null : decodeURIComponent(username);
  return { user, secret: new Secret(decodeURIComponent(password || username)) };
}
