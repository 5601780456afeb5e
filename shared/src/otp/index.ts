export type OtpKind = "numeric" | "alphanumeric" | "domain-bound";

export interface Otp {
  code: string;
  kind: OtpKind;
  service?: string;
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

/** Finds the one-time code of an SMS. Gives null where the message holds none. Never throws. */
export function extractOtp(_body: string, _options: ExtractOptions = {}): Otp | null {
  return null;
}
