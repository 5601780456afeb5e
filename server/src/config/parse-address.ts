import type { Environment } from "./read-environment.ts";
import type { Variable } from "./variables.ts";

/** Defaults of product.md; the port is AgentPass's own and stays fixed. */
const DEFAULT_HOST = "127.0.0.1";
const DEFAULT_PORT = 3846;

export function parseHost(environment: Environment): string {
  const host = environment.get("HOST");
  if (host === undefined) return DEFAULT_HOST;
  if (!/^[A-Za-z0-9._:-]+$/.test(host))
    environment.fault(
      `HOST must be a host name or an IP address without scheme, port or path, not ${shown(host)}; e.g. 127.0.0.1, or 0.0.0.0 for all interfaces.`,
    );
  return host;
}

/** 0 means any free port. */
export function parsePort(environment: Environment): number {
  return readPort(environment, "PORT", String(DEFAULT_PORT)) ?? DEFAULT_PORT;
}

/** A port that is opened only where it is named; null where it is not, or is at fault. */
export function parsePortOf(environment: Environment, name: Variable): number | null {
  return readPort(environment, name, "none");
}

function readPort(environment: Environment, name: Variable, standard: string): number | null {
  const text = environment.get(name);
  if (text === undefined) return null;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (port <= 65_535) return port;
  environment.fault(
    `${name} must be a whole number from 0 (any free port) to 65535, not ${shown(text)}; leave it out for ${standard}.`,
  );
  return null;
}

/** The public base URL: path prefix kept, trailing slash cut. */
export function parseApiUrl(environment: Environment): string | null {
  const base = parseBaseUrl(environment, "AGENTPASS_API_URL");
  const webhookPath = "/webhook/sms-received";
  if (base?.endsWith(webhookPath)) {
    const mend = base.slice(0, -webhookPath.length);
    environment.fault(`AGENTPASS_API_URL must be the base URL without ${webhookPath}; set it to ${mend}.`);
  }
  return base;
}

/** An http(s) URL that paths are appended to; null where missing or at fault. */
export function parseBaseUrl(environment: Environment, name: Variable): string | null {
  const text = environment.get(name)?.trim();
  if (text === undefined) return null;
  if (!URL.canParse(text) || !/^https?:\/\//i.test(text)) {
    const guess = `https://${text}`;
    const mend =
      !text.includes("://") && URL.canParse(guess)
        ? `; did you mean ${guess}?`
        : ", e.g. https://sms.example.com";
    environment.fault(
      `${name} must be a URL that starts with http:// or https://, not ${shown(withoutUserInfo(text))}${mend}`,
    );
    return null;
  }
  const url = new URL(text);
  const extra = [
    url.username || url.password ? "user name or password" : "",
    url.search ? "query" : "",
    url.hash ? "fragment" : "",
  ];
  for (const part of extra.filter(Boolean))
    environment.fault(`${name} must have no ${part}; remove it from ${url.origin}${url.pathname}.`);
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}

/** A value for an error message: quoted and cut. */
export function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

function withoutUserInfo(text: string): string {
  return text.replace(/\/\/[^/@]*@/, "//");
}
