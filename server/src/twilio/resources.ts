import { asE164, type E164 } from "@agentpass/shared/phone-number";
import type { LocalInstance } from "twilio/lib/rest/api/v2010/account/availablePhoneNumberCountry/local.js";
import type { IncomingPhoneNumberInstance } from "twilio/lib/rest/api/v2010/account/incomingPhoneNumber.js";
import type { AvailableNumber, Capability, OwnedNumber } from "./twilio-client.ts";

/** What the kinds of numbers for sale have in common. */
export type ForSale = Pick<
  LocalInstance,
  "phoneNumber" | "isoCountry" | "locality" | "region" | "capabilities"
>;

export function availableNumber(found: ForSale): AvailableNumber {
  return {
    phoneNumber: e164(found.phoneNumber),
    country: found.isoCountry,
    locality: found.locality || null,
    region: found.region || null,
    capabilities: capabilitiesOf(found.capabilities),
  };
}

export function ownedNumber(found: IncomingPhoneNumberInstance): OwnedNumber {
  return {
    sid: found.sid,
    phoneNumber: e164(found.phoneNumber),
    friendlyName: found.friendlyName,
    smsUrl: found.smsApplicationSid ? null : found.smsUrl || null,
    smsMethod: found.smsMethod === "GET" || found.smsMethod === "POST" ? found.smsMethod : null,
    capabilities: capabilitiesOf(found.capabilities),
  };
}

const names: readonly Capability[] = ["sms", "mms", "voice", "fax"];

/** Twilio has written the names in capitals and in small letters over the years. */
function capabilitiesOf(said: Readonly<Record<string, unknown>> | null): Capability[] {
  const able = new Set<string>();
  for (const [name, is] of Object.entries(said ?? {})) if (is === true) able.add(name.toLowerCase());
  return names.filter((name) => able.has(name));
}

function e164(text: string): E164 {
  const number = asE164(text);
  if (number === null) throw new Error("Twilio names a number that is not E.164");
  return number;
}
