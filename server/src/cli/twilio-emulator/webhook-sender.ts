import { randomUUID } from "node:crypto";
import { twilioSignature } from "../signed-sms.ts";
import { connectionPolicy } from "./connection-overrides.ts";
import type { EmulatedMessage, EmulatedNumber, EmulatorState } from "./state.ts";
import { callWebhook, failureOf, type CallResult, type WebhookCall } from "./webhook-call.ts";
import { webhookForm } from "./webhook-form.ts";

/** How a delivery ended; `status` is the webhook's last answer, null where it gave none. */
export interface Delivery {
  delivered: boolean;
  status: number | null;
  tries: number;
}

/**
 * Tells a number's webhook of a message as Twilio does: 15 s in all, one more try where no connection came about
 * (overrides in the URL's fragment change both), then the fallback URL, then an alert and nothing more: what was not
 * taken here is found in the list of messages only.
 */
export async function tellWebhook(
  state: EmulatorState,
  { number, message, mediaBase }: { number: EmulatedNumber; message: EmulatedMessage; mediaBase: string },
): Promise<Delivery> {
  if (number.smsUrl === "") return { delivered: false, status: null, tries: 0 };
  const form = webhookForm(message, { accountSid: state.accountSid, mediaBase });
  const first = await tell(state, { url: number.smsUrl, method: number.smsMethod, form });
  if (first.delivered || number.smsFallbackUrl === "") {
    if (!first.delivered) raiseAlert(state, { message, url: number.smsUrl, delivery: first });
    return first;
  }
  const code = raiseAlert(state, { message, url: number.smsUrl, delivery: first });
  const second = await tell(state, {
    url: number.smsFallbackUrl,
    method: number.smsFallbackMethod,
    form: { ...form, ErrorCode: String(code), ErrorUrl: number.smsUrl },
  });
  if (!second.delivered) raiseAlert(state, { message, url: number.smsFallbackUrl, delivery: second });
  return { ...second, tries: first.tries + second.tries };
}

interface Target {
  url: string;
  method: "GET" | "POST";
  form: Readonly<Record<string, string>>;
}

async function tell(state: EmulatorState, target: Target): Promise<Delivery> {
  const policy = connectionPolicy(target.url);
  const call = callOf(state, target);
  const credentials = credentialsOf(target.url);
  const ends = performance.now() + policy.totalMs;
  for (let tries = 1; ; tries++) {
    let result = await callWebhook(call, policy, ends - performance.now());
    if (credentials !== null && isChallenge(result)) {
      const headers = { ...call.headers, authorization: credentials };
      result = await callWebhook({ ...call, headers }, policy, ends - performance.now());
    }
    const failure = failureOf(result);
    const status = result.kind === "answered" ? result.status : null;
    if (failure === null) return { delivered: true, status, tries };
    const again = tries <= policy.retries && policy.retryOn.includes(failure) && performance.now() < ends;
    if (!again) return { delivered: false, status, tries };
  }
}

/** The signature covers the URL without its credentials and its fragment, https://www.twilio.com/docs/usage/security. */
function callOf(state: EmulatorState, { url: given, method, form }: Target): WebhookCall {
  const url = new URL(given);
  url.username = "";
  url.password = "";
  url.hash = "";
  // As the owner wrote it but for those two: a URL parser would add a slash, and the signature would differ.
  let signed = given.replace(/#.*$/, "").replace(/^(https?:\/\/)[^/?#]*@/i, "$1");
  if (method === "GET") {
    const query = new URLSearchParams(form).toString();
    url.search = url.search === "" ? query : `${url.search.slice(1)}&${query}`;
    signed = `${signed.split("?")[0]}${url.search}`;
  }
  return {
    method,
    url,
    body: new URLSearchParams(form).toString(),
    headers: {
      ...(method === "POST" ? { "content-type": "application/x-www-form-urlencoded; charset=UTF-8" } : {}),
      "user-agent": "TwilioProxy/1.1 (emulated by AgentPass)",
      accept: "*/*",
      "i-twilio-idempotency-token": randomUUID(),
      "x-twilio-signature": twilioSignature(signed, method === "POST" ? form : {}, state.authToken),
    },
  };
}

/** `user:password@` of the URL, as the header that answers a 401's challenge. */
function credentialsOf(url: string): string | null {
  const { username, password } = new URL(url);
  if (username === "" && password === "") return null;
  return `Basic ${btoa(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`)}`;
}

function isChallenge(result: CallResult): boolean {
  return (
    result.kind === "answered" &&
    result.status === 401 &&
    /^basic\b/i.test(result.headers["www-authenticate"] ?? "")
  );
}

/** 11205: no connection; 11217: an error status; 11200: any other failure to fetch. */
function raiseAlert(
  state: EmulatorState,
  { message, url, delivery }: { message: EmulatedMessage; url: string; delivery: Delivery },
): number {
  const code = delivery.status !== null ? 11217 : 11205;
  state.alerts.push({ code, messageSid: message.sid, url, at: state.now() });
  return code;
}
