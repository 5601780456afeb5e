import { createHmac } from "node:crypto";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { Secret } from "@agentpass/shared/secret";
import type { InboundSms, StoreOutcome } from "../domain/inbound-sms.ts";
import { silentLogger, type Logger } from "../ops/logger.ts";
import { createCallerAddress } from "../transport/caller-address.ts";
import { createHttpApp } from "../transport/http-server.ts";
import { createHttpServer } from "../transport/listen.ts";
import { createRequestGuard } from "../transport/upgrade-guard.ts";
import { createNotificationsRoute, type NotificationsRouteOptions } from "./notifications-route.ts";
import { createSmsRoute, type SmsRouteOptions } from "./sms-route.ts";
import { SMS_PATH } from "./signed-request.ts";

export const ACCOUNT_SID = "AC0123456789abcdef0123456789abcdef";
export const TOKEN = "12345";
export const OLD_TOKEN = "token before the rotation";
export const MESSAGE_SID = "SM0123456789abcdef0123456789abcdef";

export type Fields = Record<string, string>;

/** What Twilio sends for one SMS. */
export function twilioFields(changes: Fields = {}): Fields {
  return {
    ToCountry: "US",
    ToState: "CA",
    SmsMessageSid: MESSAGE_SID,
    NumMedia: "0",
    ToCity: "SAN FRANCISCO",
    FromZip: "94105",
    SmsSid: MESSAGE_SID,
    FromState: "CA",
    SmsStatus: "received",
    FromCity: "RENO",
    Body: "Your code is 482913",
    FromCountry: "US",
    To: "+15551234567",
    ToZip: "",
    NumSegments: "1",
    MessageSid: MESSAGE_SID,
    AccountSid: ACCOUNT_SID,
    From: "+12025550147",
    ApiVersion: "2010-04-01",
    ...changes,
  };
}

/** Signs as Twilio documents it, sharing no code with the verifier. */
export function sign(url: string, parameters: Iterable<readonly [string, string]>, token = TOKEN): string {
  const sorted = [...parameters].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  const text = url + sorted.map(([name, value]) => name + value).join("");
  return createHmac("sha1", token).update(text, "utf8").digest("base64");
}

export interface TestServer extends AsyncDisposable {
  url: string;
  port: number;
  stored: InboundSms[];
  post(fields: Fields | string, how?: PostOptions): Promise<Response>;
}

interface PostOptions {
  query?: string;
  token?: string;
  signature?: string;
  headers?: Record<string, string>;
}

export interface TestServerOptions extends Partial<SmsRouteOptions> {
  trustedProxies?: readonly string[];
  apiUrl?: string | null;
  outcome?: StoreOutcome;
  readMessages?: NotificationsRouteOptions["readMessages"];
  keyFile?: string;
  log?: Logger;
}

/** A real server on a free port, with a store that remembers. */
export async function startServer(options: TestServerOptions = {}): Promise<TestServer> {
  const stored: InboundSms[] = [];
  let port = 0;
  const apiUrl = options.apiUrl ?? null;
  const local = (): string => `http://127.0.0.1:${port}`;
  const log = options.log ?? silentLogger;
  const baseUrl = options.baseUrl ?? (() => apiUrl ?? local());
  const callerAddress = createCallerAddress(options.trustedProxies ?? []);
  const smsRoute = createSmsRoute({
    callerAddress,
    observe: () => {},
    accounts: [
      { provider: "twilio", accountSid: ACCOUNT_SID, authTokens: [new Secret(OLD_TOKEN), new Secret(TOKEN)] },
    ],
    webhookSecret: null,
    storeInbound: (sms) => {
      stored.push(sms);
      return Promise.resolve(options.outcome ?? "stored");
    },
    now: Date.now,
    ...options,
    log,
    baseUrl,
  });
  const notificationsRoute = createNotificationsRoute({
    callerAddress,
    readMessages: options.readMessages ?? (() => Promise.resolve([])),
    localUrl: local,
    keyFile: options.keyFile ?? "/data/owner-key",
  });
  const app = createHttpApp({
    log,
    apiUrl,
    guard: createRequestGuard({ apiUrl, host: "127.0.0.1", port: () => port }),
    readiness: () => Promise.resolve({ ready: true, reasons: [] }),
    publicUrl: () => "http://127.0.0.1",
    homePage: () => ({ mode: "mock", notes: ["<b>why</b>"], steps: [{ text: "Try", command: "pnpm demo" }] }),
    unguardedRoutes: [smsRoute],
    notificationsRoute,
  });
  const server = createHttpServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
  return {
    url: local(),
    port,
    stored,
    async post(fields, { query = "", token, signature, headers = {} } = {}) {
      const body = typeof fields === "string" ? fields : new URLSearchParams(fields).toString();
      const signed = signature ?? sign(baseUrl() + SMS_PATH + query, new URLSearchParams(body), token);
      return await fetch(local() + SMS_PATH + query, {
        method: "POST",
        body,
        headers: {
          "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
          "x-twilio-signature": signed,
          ...headers,
        },
      });
    },
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
