export type OtpKind = "numeric" | "alphanumeric" | "domain-bound";

export interface Otp {
  /** As a person would type it: groups joined, a vendor's prefix such as "G-" removed. */
  code: string;
  kind: OtpKind;
  /** As written in the message, or the sender's name, or the first label of the domain. */
  service?: string;
  /** Lower case, only for domain-bound codes. */
  domain?: string;
  expiresInSeconds?: number;
  /** 0 to 1. */
  confidence: number;
}

export interface ExtractOptions {
  /** Sender as received: E.164, short code or alphanumeric id. */
  sender?: string;
  /** Epoch milliseconds; turns "valid until 14:32" into seconds. */
  receivedAt?: number;
}

/** Why a piece of the message cannot be the code. */
export type Veto =
  | "account"
  | "amount"
  | "card"
  | "date"
  | "duration"
  | "email"
  | "link"
  | "not-announced"
  | "number-range"
  | "other-code"
  | "phone"
  | "reference"
  | "superseded"
  | "time"
  | "too-long"
  | "too-short"
  | "ussd"
  | "word";

export interface ExplainedCandidate {
  code: string;
  /** Offset in the original body. */
  at: number;
  score: number;
  veto?: Veto;
  /** The words that announced it, as written in the message. */
  announcedBy?: string;
}

export interface Explanation {
  otp: Otp | null;
  /** In the order of the message. */
  candidates: ExplainedCandidate[];
  /** One sentence for a person: which candidate won, or why there is no code. */
  reason: string;
}
