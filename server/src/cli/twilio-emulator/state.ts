import { randomBytes } from "node:crypto";
import type { E164 } from "@agentpass/shared/phone-number";
import type { Secret } from "@agentpass/shared/secret";
import type { Inventory } from "./inventory.ts";

/** A number of the account. Empty texts are settings that are not set, as at Twilio. */
export interface EmulatedNumber {
  sid: string;
  phoneNumber: E164;
  friendlyName: string;
  smsUrl: string;
  smsMethod: "GET" | "POST";
  smsFallbackUrl: string;
  smsFallbackMethod: "GET" | "POST";
  /** Epoch milliseconds. */
  createdAt: number;
  updatedAt: number;
}

/** An incoming message. */
export interface EmulatedMessage {
  sid: string;
  from: string;
  to: E164;
  body: string;
  media: { sid: string; contentType: string }[];
  status: "receiving" | "received" | "failed";
  errorCode: number | null;
  /** Epoch milliseconds; `sentAt` is when the webhook was called, null where it was not. */
  createdAt: number;
  sentAt: number | null;
  updatedAt: number;
}

/** What Twilio's debugger would show: https://www.twilio.com/docs/api/errors. */
export interface Alert {
  code: number;
  messageSid: string;
  url: string;
  at: number;
}

export interface EmulatorState {
  readonly accountSid: string;
  readonly authToken: Secret;
  account: {
    status: "active" | "suspended" | "closed";
    type: "Trial" | "Full";
    friendlyName: string;
    createdAt: number;
  };
  numbers: EmulatedNumber[];
  /** Oldest first. */
  messages: EmulatedMessage[];
  alerts: Alert[];
  inventory: Inventory;
  /** Epoch milliseconds. */
  now: () => number;
}

/** A new id in Twilio's form. */
export function newSid(prefix: "AC" | "PN" | "SM" | "MM" | "ME"): string {
  return prefix + randomBytes(16).toString("hex");
}

export function newNumber(
  phoneNumber: E164,
  at: number,
  settings: Partial<EmulatedNumber> = {},
): EmulatedNumber {
  return {
    sid: newSid("PN"),
    phoneNumber,
    friendlyName: phoneNumber,
    smsUrl: "",
    smsMethod: "POST",
    smsFallbackUrl: "",
    smsFallbackMethod: "POST",
    createdAt: at,
    updatedAt: at,
    ...settings,
  };
}
