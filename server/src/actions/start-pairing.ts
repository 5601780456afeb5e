import type { StartedPairing } from "@agentpass/shared/device-api";
import { fail } from "@agentpass/shared/problem";
import { formatUserCode } from "@agentpass/shared/user-code";
import { networkOf } from "../domain/bad-caller-limit.ts";
import { newSecret } from "../crypto/token-hash.ts";
import { newUserCode } from "../crypto/user-code.ts";
import { deletePairings, insertPairing } from "../store/pairings.ts";
import type { Store } from "../store/store.ts";

/** Issue 3: a pairing holds for 10 minutes. */
const PAIRING_MS = 600_000;
/** RFC 8628, section 3.2: 5 s unless something else is said. */
const INTERVAL_MS = 5_000;
/** A device that asks late is still told that its time is over. */
const FORGET_MS = 3_600_000;
const LIMITS = { ofNetwork: 50, inAll: 1_000 };

/**
 * A device asks to be let in (RFC 8628, section 3.1). `address`: where it asks from, shown to whoever approves.
 * Throws `too_many_requests` where too many devices wait already.
 */
export async function startPairing(
  store: Store,
  { deviceName, platform }: { deviceName: string; platform: string },
  { address, publicUrl }: { address: string; publicUrl: string },
): Promise<StartedPairing> {
  const secret = newSecret();
  const expiresAt = Math.floor(store.clock()) + PAIRING_MS;
  const device = { deviceHash: secret.hash, deviceName, platform, address, network: networkOf(address) };
  for (;;) {
    const userCode = newUserCode();
    const outcome = await insertPairing(
      store,
      { ...device, userCode, expiresAt, intervalMs: INTERVAL_MS },
      LIMITS,
    );
    if (outcome === "taken") continue;
    if (outcome !== "done") return failFull(outcome);
    return {
      deviceCode: secret.text,
      userCode: formatUserCode(userCode),
      url: `${publicUrl}/pair`,
      expiresAt,
      intervalMs: INTERVAL_MS,
    };
  }
}

/** Keeps no names and addresses of devices whose time is long over. */
export async function forgetPairings(store: Store): Promise<void> {
  await deletePairings(store, store.clock() - FORGET_MS);
}

function failFull(outcome: "network_full" | "full"): never {
  const who = outcome === "full" ? `${LIMITS.inAll} devices` : `${LIMITS.ofNetwork} devices of this address`;
  fail("too_many_requests", `${who} wait to be approved already; approve them, or try again in 10 minutes.`);
}
