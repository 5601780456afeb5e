import { ProblemError } from "@agentpass/shared/problem";
import type { Secret } from "@agentpass/shared/secret";
import type { Twilio } from "twilio";
import type { Observe, ProviderOutcome } from "../ops/occurrence.ts";
import { toProblem, TwilioProblem } from "./error-words.ts";
import { patientRequests, type Patience } from "./request-client.ts";

const TIMEOUT_MS = 10_000;
/** https://www.twilio.com/docs/api/errors/20003 */
const BAD_CREDENTIALS = 20003;

export interface ApiOptions {
  accountSid: string;
  authToken: Secret;
  /** Tried where Twilio refuses the first, while a token is rotated. */
  otherTokens?: readonly Secret[];
  /** Instead of https://api.twilio.com, without a trailing slash. */
  baseUrl: string | null;
  /** Ends what is under way; every later call is refused. */
  signal?: AbortSignal;
  /** Told of the end of every call. */
  observe?: Observe;
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
  const tokens = [options.authToken, ...(options.otherTokens ?? [])];
  // The token that Twilio took last comes first.
  const clients = tokens.map((authToken) => once(() => load({ ...options, authToken })));
  const tryWith = async <T>(work: (twilio: Twilio) => Promise<T>, index: number): Promise<T> => {
    const client = clients[index];
    if (client === undefined) throw new Error("there is a client for every token");
    try {
      const result = await work(await client());
      clients.unshift(...clients.splice(index, 1));
      return result;
    } catch (error) {
      const problem = toProblem(error);
      const isRefused = problem instanceof TwilioProblem && problem.twilioCode === BAD_CREDENTIALS;
      if (isRefused && index + 1 < clients.length) return tryWith(work, index + 1);
      throw problem;
    }
  };
  const { observe = () => {} } = options;
  return {
    async call(work) {
      try {
        const result = await tryWith(work, 0);
        observe({ type: "provider.called", outcome: "done" });
        return result;
      } catch (error) {
        observe({ type: "provider.called", outcome: outcomeOf(error) });
        throw error;
      }
    },
  };
}

/** A refusal is about what was asked; anything else stands in the way of every call. */
function outcomeOf(error: unknown): ProviderOutcome {
  const isRefusal =
    error instanceof ProblemError && ["not_found", "invalid_input"].includes(error.problem.code);
  return isRefusal ? "refused" : "failed";
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
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
