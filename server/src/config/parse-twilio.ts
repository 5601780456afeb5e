import { parsePhoneNumber, type E164 } from "@agentpass/shared/phone-number";
import { Secret } from "@agentpass/shared/secret";
import type { TwilioAccount } from "./config.ts";
import { parseBaseUrl } from "./parse-address.ts";
import type { Environment } from "./read-environment.ts";
import type { Variable } from "./variables.ts";

const ACCOUNT_SID = /^AC[0-9a-f]{32}$/;

/** The account, of the variables that are set; their faults are noted in the environment. */
export function parseTwilioAccount(environment: Environment): TwilioAccount {
  const isSet = (name: Variable): boolean => environment.get(name) !== undefined;
  return {
    accountSid: isSet("TWILIO_ACCOUNT_SID") ? parseAccountSid(environment) : "",
    authTokens: isSet("TWILIO_AUTH_TOKEN") ? parseAuthTokens(environment) : [],
    phoneNumbers: isSet("TWILIO_PHONE_NUMBERS") ? parsePhoneNumbers(environment) : [],
    apiBaseUrl: parseBaseUrl(environment, "TWILIO_API_BASE_URL"),
  };
}

/** The value is not printed: people paste the token here. */
function parseAccountSid(environment: Environment): string {
  const sid = environment.get("TWILIO_ACCOUNT_SID")?.trim() ?? "";
  if (ACCOUNT_SID.test(sid)) return sid;
  const shape = `TWILIO_ACCOUNT_SID must be "AC" and 32 hexadecimal digits in lower case`;
  if (ACCOUNT_SID.test(`AC${sid.slice(2).toLowerCase()}`) && /^ac/i.test(sid))
    environment.fault(`${shape}; write it in lower case after "AC".`);
  else if (/^SK[0-9a-f]{32}$/.test(sid))
    environment.fault(
      `${shape}; an API key's SID (SK…) does not sign webhooks, copy the Account SID from Twilio's console, Account Info.`,
    );
  else if (/^[0-9a-f]{32}$/.test(sid))
    environment.fault(
      `${shape}; the value looks like an auth token: are TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN swapped?`,
    );
  else
    environment.fault(
      `${shape} (${sid.length} characters are given); copy it from Twilio's console, Account Info.`,
    );
  return sid;
}

function parseAuthTokens(environment: Environment): Secret[] {
  const tokens = entries(environment.get("TWILIO_AUTH_TOKEN"));
  if (tokens.length === 0 || tokens.length > 2)
    environment.fault(
      `TWILIO_AUTH_TOKEN holds ${tokens.length} tokens; give one, or two comma-separated while a token is rotated.`,
    );
  if (tokens.some((token) => ACCOUNT_SID.test(token)))
    environment.fault(
      "TWILIO_AUTH_TOKEN holds an account SID; copy the Auth Token from Twilio's console, Account Info.",
    );
  if (tokens.some((token) => /\s/.test(token)))
    environment.fault(
      "TWILIO_AUTH_TOKEN has a space within a token; copy the Auth Token from Twilio's console again.",
    );
  return tokens.map((token) => new Secret(token));
}

function parsePhoneNumbers(environment: Environment): E164[] {
  const numbers: E164[] = [];
  const texts = entries(environment.get("TWILIO_PHONE_NUMBERS"));
  if (texts.length === 0)
    environment.fault(
      "TWILIO_PHONE_NUMBERS holds no number; list them comma-separated, e.g. +14155550100,+14155550101.",
    );
  for (const text of texts) {
    const parsed = parsePhoneNumber(text);
    if (!parsed.ok) environment.fault(`TWILIO_PHONE_NUMBERS: ${parsed.message}`);
    else if (numbers.includes(parsed.e164))
      environment.fault(`TWILIO_PHONE_NUMBERS: ${parsed.e164} is listed twice; keep it once.`);
    else numbers.push(parsed.e164);
  }
  return numbers;
}

/** Comma-separated entries; a comma too many at the end is no fault. */
function entries(text: string | undefined): string[] {
  return (text ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
}
