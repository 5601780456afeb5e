import { extractOtp } from "@agentpass/shared/otp/index";
import { extractOTP } from "otp-message-extractor";
import parseOtpMessage from "parse-otp-message";

export interface Extractor {
  name: string;
  find: (body: string) => string | null;
}

export const ours: Extractor = {
  name: "AgentPass extractOtp",
  find: (body) => extractOtp(body)?.code ?? null,
};

/** What npm offers. A library that throws on a message has found nothing. */
export const rivals: Extractor[] = [
  { name: "parse-otp-message 1.0.2", find: (body) => quietly(() => parseOtpMessage(body)?.code) },
  { name: "otp-message-extractor 0.1.1", find: (body) => quietly(() => extractOTP(body)?.code) },
];

function quietly(find: () => string | undefined): string | null {
  try {
    return find() ?? null;
  } catch {
    return null;
  }
}
