import { createHmac } from "node:crypto";
import type { GatewayAdapter, GatewaySms, SignedDelivery } from "./adapter.ts";

/** The webhook's address that the examples were signed for. */
export const EXAMPLE_URL = "https://sms.example.com/webhook/gateway/my-phone";
export const EXAMPLE_SECRET = "a-signing-key-of-a-phone";
/** When they were: Sun Nov 22 12:46:15 UTC 2026. */
export const EXAMPLE_AT = 1_795_351_575_000;

export interface SignBy {
  secret: string;
  url: string;
  /** Epoch milliseconds. */
  at: number;
}

/** How one kind of gateway's deliveries look by its documentation, made without the adapter's own code. */
export interface GatewayFixture {
  adapter: GatewayAdapter;
  /** A delivery with a signature that openssl made, with EXAMPLE_SECRET at EXAMPLE_AT for EXAMPLE_URL. */
  example: SignedDelivery;
  /** What it says. */
  sms: GatewaySms;
  /** The delivery of one SMS, as an object. */
  payload(sms: { id: string; from: string; to: string; body: string; at: number }): object;
  /** Signs a payload, or a text that is none. */
  sign(payload: object | string, by: SignBy): SignedDelivery;
  /** A delivery of another event that the gateway sends. */
  otherEvent: object;
  /** Headers whose change makes the signature another one. */
  signedHeaders: readonly string[];
  /** Whether what is signed covers the body. */
  coversBody: boolean;
}

export const hmac = (secret: string, text: string): Buffer =>
  createHmac("sha256", secret).update(text).digest();

export const textOf = (payload: object | string): string =>
  typeof payload === "string" ? payload : JSON.stringify(payload);

export const json = { "content-type": "application/json" };
