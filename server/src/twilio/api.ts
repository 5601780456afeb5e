import type { Secret } from "@agentpass/shared/secret";
import type { Twilio } from "twilio";
import { toProblem } from "./error-words.ts";
import { patientRequests, type Patience } from "./request-client.ts";

const TIMEOUT_MS = 10_000;

export interface ApiOptions {
  accountSid: string;
  authToken: Secret;
  /** Instead of https://api.twilio.com, without a trailing slash. */
  baseUrl: string | null;
  /** Ends what is under way; every later call is refused. */
  signal?: AbortSignal;
  /** Epoch milliseconds. */
  now?: () => number;
  /** For tests: time and chance. */
  patience?: Partial<Pick<Patience, "timeoutMs" | "random" | "pause">>;
}

/** Twilio's library, loaded when first needed, with failures in the team's words. */
export interface Api {
  call<T>(work: (twilio: Twilio) => Promise<T>): Promise<T>;
}

export function createApi(options: ApiOptions): Api {
  let loading: Promise<Twilio> | null = null;
  return {
    async call(work) {
      loading ??= load(options);
      const twilio = await loading;
      try {
        return await work(twilio);
      } catch (error) {
        throw toProblem(error);
      }
    },
  };
}

async function load({
  accountSid,
  authToken,
  baseUrl,
  signal = new AbortController().signal,
  patience = {},
}: ApiOptions): Promise<Twilio> {
  const { default: twilio } = await import("twilio");
  const requests = patientRequests(new twilio.RequestClient({ timeout: TIMEOUT_MS }), baseUrl, {
    timeoutMs: TIMEOUT_MS,
    random: Math.random,
    pause: pauseUnless(signal),
    signal,
    ...patience,
  });
  // The library's type asks for its own class; it calls `request` only.
  const httpClient = requests as InstanceType<typeof twilio.RequestClient>;
  return twilio(accountSid, authToken.reveal(), { httpClient });
}

/** Pauses; an abort ends the pause, and the next try finds out. */
function pauseUnless(signal: AbortSignal): (ms: number) => Promise<void> {
  return (ms) =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener("abort", done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener("abort", done);
    });
}
