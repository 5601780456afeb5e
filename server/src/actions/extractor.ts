import type { extractOtp } from "@agentpass/shared/otp/index";

let loaded: Promise<typeof extractOtp> | null = null;

/**
 * The extractor, loaded when it is first asked for: the words of 144 languages would be a quarter of a server's start
 * (docs/benchmarks.md, P8).
 */
export function extractor(): Promise<typeof extractOtp> {
  loaded ??= import("@agentpass/shared/otp/index").then(({ extractOtp: extract }) => extract);
  return loaded;
}
