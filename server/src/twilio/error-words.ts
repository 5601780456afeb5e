import { ProblemError, type Problem } from "@agentpass/shared/problem";
import { NoAnswerError } from "./request-client.ts";

/** A failed call of Twilio's API. */
export class TwilioProblem extends ProblemError {
  override readonly name = "TwilioProblem";
  /** `unknown`: it may have been carried out all the same. */
  readonly outcome: "refused" | "unknown";
  /** Twilio's own number of the error, https://www.twilio.com/docs/api/errors. */
  readonly twilioCode: number | null;

  constructor(problem: Problem, outcome: "refused" | "unknown", twilioCode: number | null = null) {
    super(problem);
    this.outcome = outcome;
    this.twilioCode = twilioCode;
  }
}

/** Twilio tells nobody whether a number is another account's or not there at all; neither do we. */
const NOT_YOURS: Problem = {
  code: "not_found",
  message:
    "Twilio says that this is not in your account or not available. Look at the account's numbers in Twilio's console, or search for one that is for sale.",
};

const NOT_ACTIVE: Problem = {
  code: "conflict",
  message:
    "The Twilio account is suspended or closed, so Twilio refuses every call of its API. Settle it in Twilio's console (billing, or the notices of its compliance team).",
};

const TRIAL: Problem = {
  code: "conflict",
  message:
    "The Twilio account is a trial, which may hold one number only and not every kind. Upgrade it in Twilio's console (Billing), or release its number first.",
};

const ADDRESS: Problem = {
  code: "conflict",
  message:
    "The law of this number's country wants an address or an identity with the purchase. Buy the number in Twilio's console, where both can be given, and import it; or choose another country or kind.",
};

/** Each of Twilio's error numbers that a call of ours can meet, https://www.twilio.com/docs/api/errors. */
const WORDS: Readonly<Record<number, Problem>> = {
  10001: NOT_ACTIVE,
  10002: TRIAL,
  20003: {
    code: "conflict",
    message:
      "Twilio refuses the account's credentials: TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN do not belong together, the token was rotated, or the account is suspended. Copy both again from Twilio's console, Account Info, and start the server again.",
  },
  20005: NOT_ACTIVE,
  20006: {
    code: "conflict",
    message:
      "The Twilio account may not do this. Let its owner allow it in Twilio's console, or use the credentials of an account that may.",
  },
  20008: {
    code: "conflict",
    message:
      "These are Twilio's test credentials, which reach almost nothing. Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN to the live ones of Twilio's console, Account Info.",
  },
  20404: NOT_YOURS,
  20429: {
    code: "too_many_requests",
    message: "Twilio takes no more requests for now; try again in a minute.",
  },
  21402: {
    code: "invalid_input",
    field: "smsUrl",
    message:
      "Twilio does not take this webhook URL. It must be a public http(s) URL; set AGENTPASS_API_URL to the address by which Twilio reaches this server.",
  },
  21404: TRIAL,
  21421: {
    code: "invalid_input",
    field: "phoneNumber",
    message: "Twilio does not take this as a phone number; give it in E.164, e.g. +14155550100.",
  },
  21422: NOT_YOURS,
  21450: {
    code: "conflict",
    field: "phoneNumber",
    message: "The account has this number already. Import it instead of buying it.",
  },
  21451: {
    code: "invalid_input",
    field: "areaCode",
    message:
      "Twilio knows no such area code; give one of the US or Canada, e.g. 415, or leave it out for any number of the country.",
  },
  21452: {
    code: "not_found",
    field: "areaCode",
    message: "Twilio has no number for sale there now. Try another area code, or leave it out.",
  },
  21613: ADDRESS,
  21615: ADDRESS,
  21631: ADDRESS,
  21649: ADDRESS,
  21651: ADDRESS,
  30038: {
    code: "conflict",
    message:
      "Twilio redacted this message: it generally does not allow receiving one-time codes (its error 30038). Use an SMS gateway with a real SIM card for this service.",
  },
};

/** Puts any failure of Twilio's library into the team's words. Nothing of the request goes along: it holds the token. */
export function toProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (error instanceof NoAnswerError) {
    const message = `Twilio's API does not answer (${error.code}). Look at the network and https://status.twilio.com; the webhook goes on working.`;
    return new TwilioProblem({ code: "unavailable", message }, error.mayHaveArrived ? "unknown" : "refused");
  }
  const { status, code } = error as { status?: unknown; code?: unknown };
  if (typeof status !== "number")
    return new TwilioProblem(
      {
        code: "unavailable",
        message:
          "Twilio's API answered something that cannot be read; is TWILIO_API_BASE_URL the address of Twilio's API, or a proxy in between?",
      },
      "unknown",
    );
  const number = typeof code === "number" ? code : null;
  return new TwilioProblem(
    (number === null ? undefined : WORDS[number]) ?? unlisted(status, number),
    status >= 500 ? "unknown" : "refused",
    number,
  );
}

/** Twilio's own words are left out: they quote numbers. */
function unlisted(status: number, code: number | null): Problem {
  if (code === null && status === 404) return NOT_YOURS;
  const known = code === null ? { 401: 20003, 403: 20006, 429: 20429 }[status] : undefined;
  if (known !== undefined && WORDS[known]) return WORDS[known];
  const where = code === null ? "" : ` and error ${code}, see https://www.twilio.com/docs/api/errors/${code}`;
  return status >= 500
    ? {
        code: "unavailable",
        message: `Twilio's API fails now (status ${status}${where}); try again in a minute, or look at https://status.twilio.com.`,
      }
    : { code: "conflict", message: `Twilio refuses this (status ${status}${where}).` };
}
