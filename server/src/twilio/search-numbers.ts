import { fail } from "@agentpass/shared/problem";
import type { Api } from "./api.ts";
import { TwilioProblem } from "./error-words.ts";
import type { ForSale } from "./resources.ts";
import type { NumberWish } from "./twilio-client.ts";

/** In this order: a service that asks for a mobile number often takes a local one, rarely a toll-free one. */
const kinds = ["local", "mobile", "tollFree"] as const;

/**
 * Numbers for sale that fit the wish, at most `limit`. A country does not have every kind, and Twilio answers 404 for
 * one it does not have. Numbers that need an address are left out: their purchase would be refused.
 */
export async function searchNumbers(api: Api, wish: NumberWish): Promise<ForSale[]> {
  const found: ForSale[] = [];
  let sold = false;
  // Area codes are of local numbers.
  for (const kind of wish.areaCode === undefined ? kinds : (["local"] as const)) {
    if (found.length >= wish.limit) break;
    const ofKind = await searchKind(api, { kind, ...wish, limit: wish.limit - found.length });
    sold ||= ofKind !== null;
    found.push(...(ofKind ?? []));
  }
  if (!sold)
    fail("not_found", `Twilio sells no numbers in ${wish.country}; choose another country, e.g. US.`, {
      field: "country",
    });
  return found;
}

/** Null where the country does not have this kind. */
async function searchKind(
  api: Api,
  { kind, country, capabilities, areaCode, contains, limit }: NumberWish & { kind: (typeof kinds)[number] },
): Promise<readonly ForSale[] | null> {
  try {
    return await api.call(async (twilio) => {
      const offered = twilio.availablePhoneNumbers(country);
      const filter = {
        ...(areaCode === undefined ? {} : { areaCode }),
        ...(contains === undefined ? {} : { contains }),
        ...(capabilities.includes("sms") ? { smsEnabled: true } : {}),
        ...(capabilities.includes("mms") ? { mmsEnabled: true } : {}),
        ...(capabilities.includes("voice") ? { voiceEnabled: true } : {}),
        ...(capabilities.includes("fax") ? { faxEnabled: true } : {}),
        excludeAllAddressRequired: true,
        limit,
      };
      switch (kind) {
        case "local":
          return offered.local.list(filter);
        case "mobile":
          return offered.mobile.list(filter);
        case "tollFree":
          return offered.tollFree.list(filter);
      }
    });
  } catch (error) {
    if (error instanceof TwilioProblem && error.twilioCode === 20404) return null;
    throw error;
  }
}
