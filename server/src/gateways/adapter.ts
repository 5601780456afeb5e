import type { IncomingHttpHeaders } from "node:http";
import type { E164 } from "@agentpass/shared/phone-number";
import type { Secret } from "@agentpass/shared/secret";

/** A delivery as it came in. */
export interface GatewayRequest {
  headers: IncomingHttpHeaders;
  /** As received, not parsed. */
  body: Buffer;
  /** Any of these may have signed it: two while a secret is rotated, none for a gateway that there is not. */
  secrets: readonly Secret[];
  /** The webhook's own address: configured base, path prefix and path. */
  url: string;
  /** Epoch milliseconds. */
  now: number;
}

/** An SMS that a gateway proved to have received. */
export interface GatewaySms {
  /** Of this SMS, the same however often it is delivered. */
  messageId: string;
  /** Which of the phone's numbers it came to, where the gateway says so. */
  recipient: E164 | null;
  /** The SIM card's slot, counted from 1, where the gateway says so. */
  sim: number | null;
  from: string;
  body: string;
  /** When the phone received it, by its own clock. Epoch milliseconds. */
  phoneAt: number;
}

export type GatewayReading =
  | { kind: "sms"; sms: GatewaySms }
  /** Rightly signed, but no SMS that came in: answered 2xx, so that it is not sent again. */
  | { kind: "ignored"; reason: string }
  /** Not signed with the gateway's secret. */
  | { kind: "forged"; field: string }
  /** Rightly signed, but not to be taken: what is wrong with which header or field, and the mend. */
  | ({ kind: "refused" } & PayloadFault);

export interface PayloadFault {
  field: string;
  fault: string;
}

/** What a gateway says about the number that an SMS came to: all of it, the SIM card's slot, or nothing. */
export type RecipientHint = "number" | "sim" | "nothing";

/** An SMS that is made up, to try a gateway out. */
export interface SimulatedSms {
  messageId: string;
  from: string;
  to: string;
  sim: number | null;
  body: string;
  /** Epoch milliseconds. */
  at: number;
}

export interface SignedDelivery {
  headers: Record<string, string>;
  body: string;
}

/** One kind of gateway: how its deliveries are checked and read, and how one looks. No state, no I/O. */
export interface GatewayAdapter {
  /** What a person calls it. */
  title: string;
  says: RecipientHint;
  read(request: GatewayRequest): GatewayReading | Promise<GatewayReading>;
  /** A delivery as the gateway itself would send it. */
  write(sms: SimulatedSms, by: { secret: Secret; url: string }): SignedDelivery | Promise<SignedDelivery>;
  /** What to do on the phone or at its service, in order. */
  steps(gateway: { url: string; secret: string }): string[];
}
