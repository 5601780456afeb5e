import { request as httpRequest, type ClientRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import type { ConnectionPolicy, FailureKind } from "./connection-overrides.ts";

export interface WebhookCall {
  method: "GET" | "POST";
  /** Without credentials and fragment. */
  url: URL;
  headers: Readonly<Record<string, string>>;
  body: string;
}

export type CallResult =
  | { kind: "answered"; status: number; headers: IncomingMessage["headers"]; body: string }
  | { kind: "failed"; failure: "ct" | "rt" };

/** One request with Twilio's timeouts: for the connection, for each wait for bytes, and for everything. */
export function callWebhook(
  { method, url, headers, body }: WebhookCall,
  policy: ConnectionPolicy,
  leftMs: number,
): Promise<CallResult> {
  return new Promise((resolve) => {
    let connected = false;
    const send = url.protocol === "https:" ? httpsRequest : httpRequest;
    const request: ClientRequest = send(url, { method, headers: { ...headers, connection: "close" } });
    const finish = (result: CallResult): void => {
      for (const timer of timers) clearTimeout(timer);
      request.destroy();
      resolve(result);
    };
    const fail = (): void => finish({ kind: "failed", failure: connected ? "rt" : "ct" });
    const timers = [
      setTimeout(() => connected || fail(), policy.connectTimeoutMs),
      setTimeout(fail, Math.max(0, leftMs)),
    ];
    request.on("socket", (socket) => {
      const ready = url.protocol === "https:" ? "secureConnect" : "connect";
      socket.once(ready, () => {
        connected = true;
        socket.setTimeout(policy.readTimeoutMs, fail);
      });
    });
    request.on("error", fail);
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", fail);
      response.on("end", () =>
        finish({
          kind: "answered",
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    request.end(method === "POST" ? body : undefined);
  });
}

/** As the retry policy sees it; null where nothing failed. */
export function failureOf(result: CallResult): FailureKind | null {
  if (result.kind === "failed") return result.failure;
  if (result.status >= 500) return "5xx";
  return result.status >= 400 ? "4xx" : null;
}
