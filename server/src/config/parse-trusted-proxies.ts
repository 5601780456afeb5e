import { isIP } from "node:net";
import { shown } from "./parse-address.ts";
import type { Environment } from "./read-environment.ts";

const LONGEST_PREFIX: Readonly<Record<number, number>> = { 4: 32, 6: 128 };

/** AGENTPASS_TRUSTED_PROXIES: addresses and networks whose X-Forwarded-For is believed. */
export function parseTrustedProxies(environment: Environment): readonly string[] {
  const entries = (environment.get("AGENTPASS_TRUSTED_PROXIES") ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
  for (const entry of entries)
    if (!isAddressOrNetwork(entry))
      environment.fault(
        `AGENTPASS_TRUSTED_PROXIES: ${shown(entry)} is neither an address nor a network; give those of your proxies, comma-separated, e.g. 10.0.0.5,172.16.0.0/12.`,
      );
  return entries;
}

/** Not of length 0: behind a network that holds everybody, each caller could choose his address. */
function isAddressOrNetwork(entry: string): boolean {
  const [address = "", prefix, ...rest] = entry.split("/");
  const longest = LONGEST_PREFIX[isIP(address)];
  if (longest === undefined || address.includes("%") || rest.length > 0) return false;
  return prefix === undefined || (/^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= longest);
}
