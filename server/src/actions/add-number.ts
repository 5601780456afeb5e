import type { addNumberInput, PoolNumber } from "@agentpass/shared/number-api";
import { describePhoneNumber, type E164 } from "@agentpass/shared/phone-number";
import { fail } from "@agentpass/shared/problem";
import type { z } from "zod";
import type { AdminViewer } from "../domain/access.ts";
import { faultOfNewNumber } from "../domain/gateway-number.ts";
import { gatewayAdapters } from "../gateways/adapters.ts";
import { gatewayNumbers, listGatewayRows } from "../store/gateways.ts";
import { enlistNumber } from "../store/numbers.ts";
import { numberByPhone } from "../store/pool.ts";
import type { Store } from "../store/store.ts";
import { withTeamLock, type LockedTeam } from "../store/with-team.ts";
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
  { phoneNumber, provider = defaultProvider(store), sim = null }: NewNumber,
): Promise<PoolNumber> {
  await requireProvider(store, { phoneNumber, provider, sim });
  return withTeamLock(store, viewer.teamId, async (team) => {
    await requireLiveKey(team, viewer, "admin");
    if (!isOwn(provider)) await requireGatewayFor(team, { phoneNumber, provider, sim });
    const before = await numberByPhone(team.trx, team.now, phoneNumber);
    const country = describePhoneNumber(phoneNumber).country ?? null;
    const id = await enlistNumber(team, { e164: phoneNumber, provider, country, sim });
    if (id === null && before?.releasing)
      failState(before, "and is being given back; add it when that is done");
    if (id === null && before) failState(before, "so it is in the pool already");
    if (id === null) return failNotAvailable(phoneNumber);
    const number = await requireNumber(team, phoneNumber);
    team.record(viewer, {
      action: "number.added",
      subject: { type: "number", id },
      ...(before ? { before: stateOf(before) } : {}),
      after: { ...stateOf(number), provider, ...(sim === null ? {} : { sim }) },
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

type NewNumber = Omit<z.output<typeof addNumberInput>, "sim"> & { sim?: number | null | undefined };

function defaultProvider({ pool }: Store): string {
  if (pool === "gateways")
    fail("invalid_input", "provider: name the gateway of this number; see: pnpm agentpass gateway list", {
      field: "provider",
    });
  return pool === "mock" ? "mock" : "twilio";
}

/** Whether numbers of this provider are of no gateway. */
const isOwn = (provider: string): boolean => provider === "mock" || provider === "twilio";

interface Origin {
  phoneNumber: E164;
  provider: string;
  sim: number | null;
}

async function requireProvider(store: Store, { phoneNumber, provider, sim }: Origin): Promise<void> {
  if (provider === "mock" && store.mode !== "mock")
    fail("conflict", "provider: simulated numbers are for mock mode only, and this server's are real.", {
      field: "provider",
    });
  if (isOwn(provider) && sim !== null)
    fail("invalid_input", "sim: only a gateway's number has a slot; leave it out.", { field: "sim" });
  if (!isOwn(provider) && store.mode === "mock")
    fail(
      "conflict",
      "provider: this server is in mock mode and leases simulated numbers only; for a gateway's real ones start it with AGENTPASS_MODE=gateway, or with the TWILIO_ variables.",
      { field: "provider" },
    );
  if (provider !== "twilio") return;
  const { client } = requireMarket(store);
  const owned = await client.listNumbers({ phoneNumber });
  if (owned.length === 0) failNotAvailable(phoneNumber);
}

async function requireGatewayFor(team: LockedTeam, { phoneNumber, provider, sim }: Origin): Promise<void> {
  const [gateway] = await listGatewayRows(team.trx, provider);
  if (!gateway)
    return fail(
      "not_found",
      `provider: there is no gateway "${provider}"; add it first: pnpm agentpass gateway add ${provider} --kind …`,
      { field: "provider" },
    );
  const numbers = await gatewayNumbers(team.trx, provider);
  const others = numbers.filter((number) => number.phoneNumber !== phoneNumber);
  const fault = faultOfNewNumber(gatewayAdapters[gateway.kind].says, { others, sim });
  if (fault !== null) fail(sim === null ? "conflict" : "invalid_input", `sim: ${fault}.`, { field: "sim" });
}

/** The Twilio account; throws `conflict` without one. */
export function requireMarket({ market }: Store): NonNullable<Store["market"]> {
  return (
    market ??
    fail(
      "conflict",
      "This server has no Twilio account; set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_PHONE_NUMBERS and start it again.",
    )
  );
}
