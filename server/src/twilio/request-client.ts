import type RequestClient from "twilio/lib/base/RequestClient.js";

type RequestOptions = RequestClient.RequestOptions;
type Answer = Awaited<ReturnType<RequestClient["request"]>>;

/** Tries of a request that may be repeated, the first included. */
const TRIES = 4;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 8_000;
/** Where Twilio asks for more patience than this, the caller is told instead. */
const LONGEST_RETRY_AFTER_MS = 30_000;
const NEVER_ARRIVED = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH"]);
const TWILIO = "https://api.twilio.com";

export interface Patience {
  /** A request is given up after so many milliseconds. */
  timeoutMs: number;
  /** From 0 to below 1, for the jitter. */
  random: () => number;
  /** Resolves after some milliseconds; rejects when the client is closed. */
  pause: (ms: number) => Promise<void>;
  /** Ends requests under way and pauses between them. */
  signal: AbortSignal;
}

/** No answer of Twilio's came. Holds nothing of the request: that would be the account's token. */
export class NoAnswerError extends Error {
  override readonly name = "NoAnswerError";
  /** Of the system, e.g. ECONNREFUSED; TIMEOUT and ABORTED are ours. */
  readonly code: string;
  /** False where no connection came about. */
  readonly mayHaveArrived: boolean;

  constructor(code: string) {
    super(`no answer from Twilio (${code})`);
    this.code = code;
    this.mayHaveArrived = !NEVER_ARRIVED.has(code);
  }
}

/** What the library uses of its request client. */
export interface Requester {
  request(options: RequestOptions): Promise<Answer>;
}

/**
 * Sends the library's requests, elsewhere where a base URL is given. Refused for too many (429), failing at Twilio
 * (5xx) or unanswered, a request is sent again after a random part of a doubling delay ("full jitter"), or after what
 * Retry-After asks; any other refusal is final. A purchase is repeated only where it cannot have been made: after a
 * 429, or where no connection came about.
 */
export function patientRequests(
  inner: Requester,
  baseUrl: string | null,
  { timeoutMs, random, pause, signal }: Patience,
): Requester {
  const attempt = async (options: RequestOptions): Promise<Answer | NoAnswerError> => {
    try {
      return await answered(inner.request(options), { timeoutMs, signal });
    } catch (error) {
      return error instanceof NoAnswerError ? error : new NoAnswerError(systemCode(error));
    }
  };
  return {
    async request(given) {
      const options = { ...given, uri: placed(given.uri, baseUrl), timeout: timeoutMs };
      for (let tried = 1; ; tried++) {
        const result = await attempt(options);
        const delay =
          signal.aborted || tried >= TRIES ? null : delayAfter(result, { options, tried, random });
        if (delay !== null) await pause(delay);
        else if (result instanceof NoAnswerError) throw result;
        else return result;
      }
    },
  };
}

function isPurchase({ method, uri }: RequestOptions): boolean {
  return method === "post" && uri.endsWith("/IncomingPhoneNumbers.json");
}

function delayAfter(
  result: Answer | NoAnswerError,
  { options, tried, random }: { options: RequestOptions; tried: number; random: () => number },
): number | null {
  const jitter = random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (tried - 1));
  if (result instanceof NoAnswerError) return isPurchase(options) && result.mayHaveArrived ? null : jitter;
  if (result.statusCode === 429) {
    const asked = retryAfter(result.headers);
    return asked > LONGEST_RETRY_AFTER_MS ? null : asked + jitter;
  }
  return result.statusCode >= 500 && !isPurchase(options) ? jitter : null;
}

/** Milliseconds that a Retry-After asks for: seconds, or a date (RFC 9110, 10.2.3). */
function retryAfter(headers: unknown): number {
  const text = (headers as Record<string, unknown> | undefined)?.["retry-after"];
  if (typeof text !== "string") return 0;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}

/** The library knows no other address than Twilio's own; its page links begin with that, too. */
function placed(uri: string, baseUrl: string | null): string {
  if (baseUrl === null) return uri;
  const { pathname, search } = new URL(uri, TWILIO);
  return baseUrl + pathname + search;
}

async function answered(
  request: Promise<Answer>,
  { timeoutMs, signal }: { timeoutMs: number; signal: AbortSignal },
): Promise<Answer> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new NoAnswerError("TIMEOUT")), timeoutMs);
  const abort = (): void => reject(new NoAnswerError("ABORTED"));
  signal.addEventListener("abort", abort);
  if (signal.aborted) abort();
  try {
    return await Promise.race([request, promise]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
  }
}

function systemCode(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === "string" && /^[A-Z_]{2,40}$/.test(code) ? code : "ERROR";
}
