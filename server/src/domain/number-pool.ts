/**
 * Which numbers a server may lease: simulated ones; all real ones; or gateways' only, since there is no Twilio account
 * that could bring what is sent to Twilio's.
 */
export type NumberPool = "mock" | "real" | "gateways";

/** Whether a number of this provider is of the pool. */
export function isOfPool(pool: NumberPool, provider: string): boolean {
  switch (pool) {
    case "mock":
      return provider === "mock";
    case "real":
      return provider !== "mock";
    case "gateways":
      return provider !== "mock" && provider !== "twilio";
  }
}
