import type { addNumberInput, PoolNumber } from "@agentpass/shared/number-api";
import { describePhoneNumber, type E164 } from "@agentpass/shared/phone-number";
import { fail } from "@agentpass/shared/problem";
import type { z } from "zod";
import type { AdminViewer } from "../domain/access.ts";
import { enlistNumber } from "../store/numbers.ts";
import { numberByPhone } from "../store/pool.ts";
import type { Store } from "../store/store.ts";
import { withTeamLock } from "../store/with-team.ts";
import { failState, requireNumber, stateOf } from "./change-number.ts";
import { requireLiveKey } from "./require-live-key.ts";

/**
 * Takes a number into the pool, also one that was retired before. A number of Twilio must be the account's; that of a
 * gateway is taken as it is. Throws `conflict` where the pool has it, and one `not_found` for another account's and
 * another team's.
 */
export async function addNumber(
  store: Store,
  viewer: AdminViewer,
  { phoneNumber, provider = store.mode === "mock" ? "mock" : "twilio" }: z.output<typeof addNumberInput>,
): Promise<PoolNumber> {
  await requireProvider(store, phoneNumber, provider);
  return withTeamLock(store, viewer.teamId, async (team) => {
    await requireLiveKey(team, viewer, "admin");
    const before = await numberByPhone(team.trx, team.now, phoneNumber);
    const country = describePhoneNumber(phoneNumber).country ?? null;
    const id = await enlistNumber(team, { e164: phoneNumber, provider, country });
    if (id === null && before?.releasing)
      failState(before, "and is being given back; add it when that is done");
    if (id === null && before) failState(before, "so it is in the pool already");
    if (id === null) return failNotAvailable(phoneNumber);
    const number = await requireNumber(team, phoneNumber);
    team.record(viewer, {
      action: "number.added",
      subject: { type: "number", id },
      ...(before ? { before: stateOf(before) } : {}),
      after: { ...stateOf(number), provider },
    });
    return number;
  });
}

/** One answer for what another account, another team or nobody has. */
function failNotAvailable(phoneNumber: string): never {
  return fail(
    "not_found",
    `phoneNumber: ${phoneNumber} is not in your account or not available. See what the account has with: pnpm agentpass number import --dry-run`,
    { field: "phoneNumber" },
  );
}

async function requireProvider(store: Store, phoneNumber: E164, provider: string): Promise<void> {
  if (provider === "mock" && store.mode !== "mock")
    fail(
      "conflict",
      "provider: simulated numbers are for mock mode only, and this server is in Twilio mode.",
      {
        field: "provider",
      },
    );
  if (provider !== "twilio") return;
  const { client } = requireMarket(store);
  const owned = await client.listNumbers({ phoneNumber });
  if (owned.length === 0) failNotAvailable(phoneNumber);
}

/** The Twilio account; throws `conflict` in mock mode, which has none. */
export function requireMarket({ market }: Store): NonNullable<Store["market"]> {
  return (
    market ??
    fail(
      "conflict",
      "This server is in mock mode and has no Twilio account; set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_PHONE_NUMBERS and start it again.",
    )
  );
}
