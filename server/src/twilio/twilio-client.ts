import type { E164 } from "@agentpass/shared/phone-number";
import { ProblemError } from "@agentpass/shared/problem";
import { createApi, type ApiOptions } from "./api.ts";
import { TwilioProblem } from "./error-words.ts";
import { listInbound } from "./list-inbound.ts";
import { availableNumber, ownedNumber } from "./resources.ts";
import { searchNumbers } from "./search-numbers.ts";

/** What a number can do, as Twilio says it. */
export type Capability = "sms" | "mms" | "voice" | "fax";

/** A number that Twilio would sell. */
export interface AvailableNumber {
  phoneNumber: E164;
  /** ISO 3166, two letters. */
  country: string;
  locality: string | null;
  region: string | null;
  capabilities: Capability[];
}

/** A number of the account. */
export interface OwnedNumber {
  /** `PN…` */
  sid: string;
  phoneNumber: E164;
  friendlyName: string;
  /** Where its SMS go; null where none is set, or where a TwiML application or messaging service decides. */
  smsUrl: string | null;
  smsMethod: "GET" | "POST" | null;
  capabilities: Capability[];
}

/** An incoming message as Twilio lists it. */
export interface InboundListed {
  /** `SM…` or `MM…`, the same as the webhook's MessageSid. */
  sid: string;
  from: string;
  to: E164;
  body: string;
  /** When Twilio called the webhook, or took the message in where it did not. Epoch milliseconds, whole seconds. */
  dateSent: number;
  /** 30038: the body holds a one-time code and was redacted. */
  errorCode: number | null;
  /** How many media it has; {@link TwilioClient.listMedia} tells them. */
  media: number;
  status: string;
}

export interface NumberWish {
  /** ISO 3166, two letters. */
  country: string;
  capabilities: readonly Capability[];
  /** US and Canada only. */
  areaCode?: number;
  /** Digits that the number holds; `*` is any digit. */
  contains?: string;
  limit: number;
}

/** All of Twilio's REST API that this product uses. Rejects with a {@link ProblemError} in the team's words. */
export interface TwilioClient {
  readonly accountSid: string;
  account(): Promise<{
    status: "active" | "suspended" | "closed";
    type: "Trial" | "Full";
    friendlyName: string;
  }>;
  /** Numbers for sale that need no address on file; none is an empty list, a country without numbers `not_found`. */
  searchNumbers(wish: NumberWish): Promise<AvailableNumber[]>;
  /** Buys; rejects with {@link PurchaseUnknownError} where Twilio may have sold it, and never tries that again itself. */
  buyNumber(order: { phoneNumber: E164; friendlyName: string; smsUrl: string }): Promise<OwnedNumber>;
  /** The account's numbers; a friendly name is compared whole. */
  listNumbers(filter?: { phoneNumber?: E164; friendlyName?: string }): Promise<OwnedNumber[]>;
  /** Points the number's SMS at this URL by POST. */
  setWebhook(sid: string, smsUrl: string): Promise<OwnedNumber>;
  /** Gives the number up, for good. `not_there`: the account does not have it (any more). */
  releaseNumber(sid: string): Promise<"released" | "not_there">;
  /** Incoming messages from `after` (epoch milliseconds) on: page after page, oldest first. */
  listInbound(since: { after: number; to?: E164 }): AsyncIterable<InboundListed>;
  listMedia(messageSid: string): Promise<{ url: string; contentType: string }[]>;
  /**
   * Removes the message's text from Twilio's records, for good; its media stay. `not_there`: somebody deleted it.
   * https://www.twilio.com/docs/messaging/tutorials/how-to-retrieve-and-modify-message-history
   */
  redactMessage(sid: string): Promise<"redacted" | "not_there">;
}

/**
 * Twilio did not answer a purchase: the number may be the account's now. Whoever ordered it looks for it by its
 * friendly name before ordering again.
 */
export class PurchaseUnknownError extends ProblemError {
  override readonly name = "PurchaseUnknownError";
}

/** A client of one account. Loads Twilio's library at its first call (it takes a third of a second). */
export function createTwilioClient(options: ApiOptions): TwilioClient {
  const api = createApi(options);
  return {
    accountSid: options.accountSid,
    account: () =>
      api.call(async (twilio) => {
        const { status, type, friendlyName } = await twilio.api.v2010.account.fetch();
        return { status, type, friendlyName };
      }),
    searchNumbers: (wish) => searchNumbers(api, wish).then((found) => found.map(availableNumber)),
    buyNumber: async (order) => {
      try {
        return await api.call(async ({ incomingPhoneNumbers }) =>
          ownedNumber(await incomingPhoneNumbers.create({ ...order, smsMethod: "POST" })),
        );
      } catch (error) {
        if (!(error instanceof TwilioProblem) || error.outcome === "refused") throw error;
        const message =
          "Twilio did not answer the purchase, so the number may or may not be bought. Look for it in the account by its friendly name before ordering again.";
        throw new PurchaseUnknownError({ code: "unavailable", message });
      }
    },
    listNumbers: (filter = {}) =>
      api.call(async ({ incomingPhoneNumbers }) => {
        const found = await incomingPhoneNumbers.list({ ...filter, pageSize: 1000 });
        return found.map(ownedNumber).filter((number) => isWanted(number, filter));
      }),
    setWebhook: (sid, smsUrl) =>
      api.call(async ({ incomingPhoneNumbers }) =>
        ownedNumber(await incomingPhoneNumbers(sid).update({ smsUrl, smsMethod: "POST" })),
      ),
    releaseNumber: (sid) =>
      unlessGone(
        "released",
        api.call(({ incomingPhoneNumbers }) => incomingPhoneNumbers(sid).remove()),
      ),
    redactMessage: (sid) =>
      unlessGone(
        "redacted",
        api.call(({ messages }) => messages(sid).update({ body: "" })),
      ),
    listInbound: (since) => listInbound(api, { ...since, now: (options.now ?? Date.now)() }),
    listMedia: (messageSid) =>
      api.call(async (twilio) => {
        const media = await twilio.messages(messageSid).media.list();
        const base = options.baseUrl ?? "https://api.twilio.com";
        return media.map(({ uri, contentType }) => ({
          url: base + uri.replace(/\.json$/, ""),
          contentType,
        }));
      }),
  };
}

/** Of what the account does not have (any more) there is nothing to do. */
async function unlessGone<T>(done: T, call: Promise<unknown>): Promise<T | "not_there"> {
  try {
    await call;
    return done;
  } catch (error) {
    if (error instanceof TwilioProblem && error.problem.code === "not_found") return "not_there";
    throw error;
  }
}

/** Twilio's own filters match parts of a number, and of a name whatever it likes. */
function isWanted(number: OwnedNumber, filter: { phoneNumber?: E164; friendlyName?: string }): boolean {
  return (
    (filter.phoneNumber === undefined || number.phoneNumber === filter.phoneNumber) &&
    (filter.friendlyName === undefined || number.friendlyName === filter.friendlyName)
  );
}
