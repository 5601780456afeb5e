/**
 * Twilio signs `URL + name1 + value1 + name2 + value2 …`, names sorted, with no separators
 * (https://www.twilio.com/docs/usage/security#explore-the-algorithm-yourself). Whoever has seen one signed request
 * can therefore move the boundaries (`Body=482913` becomes `Body4=82913`, or `Body=48&E…=`) and keep the signature;
 * a sender who also chose the text of the SMS can put whole parameters into it. Unknown names cannot all be refused,
 * since Twilio adds parameters without notice. So these rules make every stored field a function of the signed text
 * alone: with the neighbours of each stored field fixed, no second reading of the same text passes.
 *
 * 1. Names are ASCII words and unique. Sorting then rules out every cut before a digit, and before a small letter
 *    unless nothing follows.
 * 2. An unknown name may not begin with, or be the beginning of, a name listed here (`Body4`, `Bod`), nor
 *    may it and its value together contain one.
 * 3. Every value but the body's is closed: exact (account, SIDs, version, status, counts, `To`), or free of listed names,
 *    so that no later boundary can be swallowed by an earlier value. `AddOns` must be one whole JSON object.
 * 4. The body is open, so its end must be certain: `From` is required (empty when anonymous) and comes next, and the
 *    body may not hold `FromCity` and its like, which could pose as the `From` that follows.
 * 5. After `From` and after media only a listed name may come, so that a sender's last letters cannot become a name.
 * 6. `FromCity`, `FromCountry`, `FromState` and `FromZip` come together, as Twilio sends them, or not at all, since
 *    `From=CityBank` and `FromCity=Bank` are the same text.
 *
 * What remains: on the day Twilio adds a parameter that sorts between `Body` and `From`, such messages are refused here
 * and come in through the reconciler.
 */
import type { FormParameter } from "./url-encoded.ts";

/** What is wrong with a validly signed request, and which parameter shows it. */
export interface FieldFault {
  field: string;
  fault: string;
}

const GEO = ["City", "Country", "State", "Zip"] as const;
const TEXT = /^[^\p{Cc}]{0,64}$/u;
const MEDIA_URL = /^https?:\/\/[\x21-\x7e]{1,2000}$/;
const MEDIA_TYPE = /^[\x20-\x7e]{0,127}$/;
const MESSAGE_SID = /^(SM|MM)[0-9a-f]{32}$/;
const STATUS = /^[a-z_]{1,30}$/;

/** Twilio delivers at most ten media (https://www.twilio.com/docs/messaging/guides/webhook-request). */
const MAX_MEDIA = 10;

/** Shapes of the parameters of an inbound SMS; what is listed here is a known name. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  AccountSid: /^AC[0-9a-zA-Z]{32}$/,
  AddOns: /^\{[^]{0,40000}\}$/,
  ApiVersion: /^\d{4}-\d{2}-\d{2}$/,
  Body: /^[^]{0,10000}$/,
  From: /^(\0|[^\p{Cc}]){0,64}$/u,
  ...Object.fromEntries(["From", "To"].flatMap((side) => GEO.map((part) => [side + part, TEXT]))),
  FromCountry: /^([A-Z]{2})?$/,
  MessageSid: MESSAGE_SID,
  MessageStatus: STATUS,
  MessagingServiceSid: /^(MG[0-9a-f]{32})?$/,
  NumMedia: /^(\d|10)$/,
  NumSegments: /^\d{1,3}$/,
  OptOutType: /^[A-Z]{0,20}$/,
  SmsMessageSid: MESSAGE_SID,
  SmsSid: MESSAGE_SID,
  SmsStatus: STATUS,
  To: /^\+[1-9]\d{6,14}$/,
  ...Object.fromEntries(
    Array.from({ length: MAX_MEDIA }, (_, index) => [
      [`MediaContentType${index}`, MEDIA_TYPE],
      [`MediaUrl${index}`, MEDIA_URL],
    ]).flat(),
  ),
};
const KNOWN = Object.keys(SHAPES);

/** Names that no honest value holds. `Body` and `To` are words and get rules of their own. */
const MARKERS = KNOWN.map((name) => name.replace(/\d$/, "")).filter(
  (name) => name !== "Body" && name !== "To",
);
const GEO_MARKER = /From(City|Country|State|Zip)/;

/** Gives the first fault, or null where the boundaries between the parameters are certain. */
export function findBoundaryFault(parameters: readonly FormParameter[]): FieldFault | null {
  const fields = new Map<string, string>();
  for (const [name, value] of parameters) {
    const fault = fields.has(name) ? "is given more than once" : faultOfParameter(name, value);
    if (fault) return { field: name, fault };
    fields.set(name, value);
  }
  return findOrderFault(fields) ?? findGeoFault(fields);
}

/** Rules 2 and 3: what is wrong with one parameter whatever the others are. */
export function faultOfParameter(name: string, value: string): string | null {
  return faultOfName(name) ?? faultOfValue(name, value);
}

function isKnown(name: string): boolean {
  return Object.hasOwn(SHAPES, name);
}

function faultOfName(name: string): string | null {
  if (isKnown(name)) return null;
  if (!/^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(name)) return "is not a parameter's name";
  const touching = KNOWN.find((known) => name.startsWith(known) || known.startsWith(name));
  return touching ? `could be a moved boundary of ${touching}` : null;
}

function faultOfValue(name: string, value: string): string | null {
  if (!(SHAPES[name] ?? /^[^]{0,2000}$/).test(value)) return "has a value of the wrong shape";
  if (name === "AddOns" && !isJson(value)) return "is not JSON";
  return swallowsName(name, value) ? "holds the name of another parameter" : null;
}

function swallowsName(name: string, value: string): boolean {
  if (name === "Body") return GEO_MARKER.test(value);
  if (isKnown(name)) return MARKERS.some((marker) => value.includes(marker));
  // Name and value together: a name could stand across the boundary between them ("Bo" + "dy…").
  return [...MARKERS, "Body"].some((marker) => (name + value).includes(marker));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function findOrderFault(fields: ReadonlyMap<string, string>): FieldFault | null {
  const names = [...fields.keys()].sort();
  for (const [index, name] of names.entries()) {
    const next = names[index + 1];
    if (name === "Body" && next !== "From")
      return {
        field: next ?? "From",
        fault: "comes between Body and From, where the end of Body is uncertain",
      };
    const isStoredText = name === "From" || name.startsWith("Media");
    if (isStoredText && next !== undefined && !isKnown(next))
      return { field: next, fault: `follows ${name}, whose end is then uncertain` };
  }
  return null;
}

function findGeoFault(fields: ReadonlyMap<string, string>): FieldFault | null {
  const present = GEO.filter((part) => fields.has(`From${part}`));
  if (present.length === GEO.length) return null;
  const looksCut =
    GEO.some((part) => fields.get("From")?.startsWith(part)) && fields.get("Body")?.includes("From");
  if (looksCut) return { field: "From", fault: "could be a moved boundary" };
  return present.length === 0
    ? null
    : { field: `From${present[0]}`, fault: "stands without the rest of the sender's place" };
}
