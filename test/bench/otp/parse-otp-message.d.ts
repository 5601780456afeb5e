declare module "parse-otp-message" {
  /** Gives the first code that it believes in, and the service. */
  export default function parseOtpMessage(message: string): { code: string; service?: string } | undefined;
}
