/** Twilio's resources as JSON, field by field as in its OpenAPI document twilio_api_v2010. */
import { segmentsOf } from "../signed-sms.ts";
import type { NumberForSale } from "./inventory.ts";
import type { EmulatedMessage, EmulatedNumber, EmulatorState } from "./state.ts";

export const API_VERSION = "2010-04-01";

export const accountPath = ({ accountSid }: EmulatorState): string =>
  `/${API_VERSION}/Accounts/${accountSid}`;

export function accountResource(state: EmulatorState) {
  const path = accountPath(state);
  const { status, type, friendlyName, createdAt } = state.account;
  return {
    sid: state.accountSid,
    owner_account_sid: state.accountSid,
    friendly_name: friendlyName,
    status,
    type,
    // Twilio shows it here; an emulator that prints it at its start does not have to.
    auth_token: null,
    date_created: rfc2822(createdAt),
    date_updated: rfc2822(createdAt),
    subresource_uris: {
      available_phone_numbers: `${path}/AvailablePhoneNumbers.json`,
      incoming_phone_numbers: `${path}/IncomingPhoneNumbers.json`,
      messages: `${path}/Messages.json`,
    },
    uri: `${path}.json`,
  };
}

export function availableResource({ phoneNumber, country, kind, locality, region }: NumberForSale) {
  return {
    friendly_name: friendly(phoneNumber),
    phone_number: phoneNumber,
    lata: null,
    locality,
    rate_center: null,
    latitude: null,
    longitude: null,
    region,
    postal_code: null,
    iso_country: country,
    address_requirements: "none",
    beta: false,
    capabilities: { voice: true, sms: true, mms: kind !== "Mobile", fax: false },
  };
}

export function numberResource(state: EmulatorState, number: EmulatedNumber) {
  return {
    sid: number.sid,
    account_sid: state.accountSid,
    friendly_name: number.friendlyName,
    phone_number: number.phoneNumber,
    address_sid: null,
    address_requirements: "none",
    api_version: API_VERSION,
    beta: false,
    bundle_sid: null,
    capabilities: { voice: true, sms: true, mms: true, fax: false },
    date_created: rfc2822(number.createdAt),
    date_updated: rfc2822(number.updatedAt),
    emergency_status: "Inactive",
    emergency_address_sid: null,
    emergency_address_status: "unregistered",
    identity_sid: null,
    origin: "twilio",
    sms_application_sid: null,
    sms_fallback_method: number.smsFallbackMethod,
    sms_fallback_url: number.smsFallbackUrl,
    sms_method: number.smsMethod,
    sms_url: number.smsUrl,
    status: "in-use",
    status_callback: "",
    status_callback_method: "POST",
    trunk_sid: null,
    uri: `${accountPath(state)}/IncomingPhoneNumbers/${number.sid}.json`,
    voice_application_sid: null,
    voice_caller_id_lookup: false,
    voice_fallback_method: "POST",
    voice_fallback_url: null,
    voice_method: "POST",
    voice_receive_mode: "voice",
    voice_url: null,
  };
}

export function messageResource(state: EmulatorState, message: EmulatedMessage) {
  const uri = `${accountPath(state)}/Messages/${message.sid}`;
  return {
    sid: message.sid,
    account_sid: state.accountSid,
    api_version: API_VERSION,
    body: message.body,
    date_created: rfc2822(message.createdAt),
    date_sent: message.sentAt === null ? null : rfc2822(message.sentAt),
    date_updated: rfc2822(message.updatedAt),
    direction: "inbound",
    error_code: message.errorCode,
    error_message: message.errorCode === 30038 ? "OTP Message Body Filtered" : null,
    from: message.from,
    messaging_service_sid: null,
    num_media: String(message.media.length),
    num_segments: String(segmentsOf(message.body)),
    price: null,
    price_unit: "USD",
    status: message.status,
    subresource_uris: { media: `${uri}/Media.json` },
    to: message.to,
    uri: `${uri}.json`,
  };
}

export function mediaResource(
  state: EmulatorState,
  message: EmulatedMessage,
  { sid, contentType }: EmulatedMessage["media"][number],
) {
  return {
    sid,
    account_sid: state.accountSid,
    parent_sid: message.sid,
    content_type: contentType,
    date_created: rfc2822(message.createdAt),
    date_updated: rfc2822(message.createdAt),
    uri: `${accountPath(state)}/Messages/${message.sid}/Media/${sid}.json`,
  };
}

/** "Fri, 24 May 2019 17:44:50 +0000": no finer than seconds. */
function rfc2822(time: number): string {
  return new Date(time).toUTCString().replace("GMT", "+0000");
}

function friendly(phoneNumber: string): string {
  const parts = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(phoneNumber);
  return parts ? `(${parts[1]}) ${parts[2]}-${parts[3]}` : phoneNumber;
}
