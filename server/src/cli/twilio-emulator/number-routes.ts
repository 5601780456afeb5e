import { asE164 } from "@agentpass/shared/phone-number";
import { Router } from "express";
import { pageOf } from "./paging.ts";
import { fieldsOf, queryOf } from "./parameters.ts";
import { accountPath, availableResource, numberResource } from "./resources.ts";
import { newNumber, type EmulatedNumber, type EmulatorState } from "./state.ts";
import { badParameter, notFound, TwilioError } from "./twilio-error.ts";
import type { NumberKind } from "./inventory.ts";

/** `AvailablePhoneNumbers` and `IncomingPhoneNumbers`. */
export function numberRoutes(state: EmulatorState): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const list = `${accountPath(state)}/IncomingPhoneNumbers`;

  router.get("/AvailablePhoneNumbers/:country/:kind.json", (request, response) => {
    const { country, kind } = request.params;
    const query = queryOf(request);
    const found = state.inventory.search({
      country,
      kind: kind as NumberKind,
      areaCode: query["AreaCode"] ?? null,
      contains: containsOf(query["Contains"]),
    });
    const path = `${accountPath(state)}/AvailablePhoneNumbers/${country}/${kind}`;
    if (found === null) throw notFound(path);
    // Mobile numbers here take no MMS, as resources.ts says.
    const able = query["MmsEnabled"] === "true" && kind === "Mobile" ? [] : found;
    const wanted = query["FaxEnabled"] === "true" ? [] : able;
    const size = Number(query["PageSize"] ?? 50);
    response.json({
      uri: `${path}.json`,
      available_phone_numbers: wanted.slice(0, size).map(availableResource),
    });
  });

  router.get("/IncomingPhoneNumbers.json", (request, response) => {
    const query = queryOf(request);
    const { items, meta } = pageOf({
      path: `${list}.json`,
      query,
      items: state.numbers.filter((number) => isWanted(number, query)),
      sidOf: (number) => number.sid,
    });
    response.json({
      ...meta,
      incoming_phone_numbers: items.map((number) => numberResource(state, number)),
    });
  });

  router.post("/IncomingPhoneNumbers.json", (request, response) => {
    const number = buy(state, fieldsOf(request));
    response.status(201).json(numberResource(state, number));
  });

  const byId = "/IncomingPhoneNumbers/:sid.json";
  const find = (sid: string | undefined): EmulatedNumber => {
    const number = state.numbers.find((candidate) => candidate.sid === sid);
    if (!number) throw notFound(`${list}/${sid}.json`);
    return number;
  };
  router.get(byId, (request, response) => {
    response.json(numberResource(state, find(request.params["sid"])));
  });
  router.post(byId, (request, response) => {
    const number = find(request.params["sid"]);
    Object.assign(number, settingsOf(fieldsOf(request)), { updatedAt: state.now() });
    response.json(numberResource(state, number));
  });
  router.delete(byId, (request, response) => {
    const number = find(request.params["sid"]);
    state.numbers = state.numbers.filter((other) => other !== number);
    response.status(204).end();
  });
  return router;
}

function buy(state: EmulatorState, fields: Readonly<Record<string, string>>): EmulatedNumber {
  const settings = settingsOf(fields);
  if (state.account.type === "Trial" && state.numbers.length > 0)
    throw new TwilioError(400, 21404, "Trial accounts are allowed only one Twilio number");
  const wanted = fields["PhoneNumber"];
  if (wanted !== undefined && asE164(wanted) === null)
    throw new TwilioError(400, 21421, "PhoneNumber is invalid");
  const found = wanted === undefined ? inAreaCode(state, fields["AreaCode"]) : state.inventory.find(wanted);
  if (found === null) throw new TwilioError(400, 21422, `${wanted} is not available`);
  const number = newNumber(found.phoneNumber, state.now(), settings);
  state.numbers.push(number);
  return number;
}

function inAreaCode(state: EmulatorState, areaCode: string | undefined) {
  if (areaCode === undefined) throw new TwilioError(400, 21421, "PhoneNumber is required");
  if (!/^[2-9]\d\d$/.test(areaCode)) throw new TwilioError(400, 21451, "AreaCode is invalid");
  const search = { country: "US", kind: "Local", areaCode, contains: null } as const;
  const [found] = state.inventory.search(search) ?? [];
  if (!found) throw new TwilioError(400, 21452, `No phone numbers found in area code ${areaCode}`);
  return found;
}

/** The fields that this emulator acts on; Twilio's others are taken and do nothing here. */
function settingsOf(fields: Readonly<Record<string, string>>): Partial<EmulatedNumber> {
  const { FriendlyName, SmsUrl, SmsMethod, SmsFallbackUrl, SmsFallbackMethod } = fields;
  for (const [name, url] of Object.entries({ SmsUrl, SmsFallbackUrl }))
    if (url && !(URL.canParse(url) && /^https?:/i.test(url)))
      throw new TwilioError(400, 21402, `${name} is not a valid URL`);
  if (FriendlyName !== undefined && FriendlyName.length > 64) throw badParameter("FriendlyName");
  return {
    ...(FriendlyName === undefined ? {} : { friendlyName: FriendlyName }),
    ...(SmsUrl === undefined ? {} : { smsUrl: SmsUrl }),
    ...(SmsMethod === undefined ? {} : { smsMethod: methodOf("SmsMethod", SmsMethod) }),
    ...(SmsFallbackUrl === undefined ? {} : { smsFallbackUrl: SmsFallbackUrl }),
    ...(SmsFallbackMethod === undefined
      ? {}
      : { smsFallbackMethod: methodOf("SmsFallbackMethod", SmsFallbackMethod) }),
  };
}

function methodOf(name: string, method: string): "GET" | "POST" {
  if (method === "GET" || method === "POST") return method;
  throw badParameter(name);
}

function isWanted(number: EmulatedNumber, query: Readonly<Record<string, string>>): boolean {
  const { PhoneNumber, FriendlyName } = query;
  if (FriendlyName !== undefined && number.friendlyName !== FriendlyName) return false;
  const pattern = containsOf(PhoneNumber);
  return pattern === null || new RegExp(pattern.replaceAll("*", "\\d")).test(number.phoneNumber);
}

/** Partial numbers with `*` for any digit; a plus sign is part of every number here. */
function containsOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  if (!/^\+?[0-9A-Za-z*]{1,20}$/.test(text)) throw badParameter("PhoneNumber");
  return text.replace(/^\+/, "\\+");
}
