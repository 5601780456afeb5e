import type { ImportedNumbers } from "@agentpass/shared/number-api";
import { describePhoneNumber } from "@agentpass/shared/phone-number";
import type { AdminViewer } from "../domain/access.ts";
import { enlistNumber, knownNumbers } from "../store/numbers.ts";
import type { Store } from "../store/store.ts";
import { withTeamLock } from "../store/with-team.ts";
import type { OwnedNumber } from "../twilio/twilio-client.ts";
import { requireMarket } from "./add-number.ts";
import { requireLiveKey } from "./require-live-key.ts";

/**
 * Takes into the pool all of the Twilio account's numbers that it never held and that can receive SMS; a dry run only
 * names them. Where their SMS go is left as it is, and told.
 */
export async function importNumbers(
  store: Store,
  viewer: AdminViewer,
  { dryRun }: { dryRun: boolean },
): Promise<ImportedNumbers> {
  const market = requireMarket(store);
  const owned = await market.client.listNumbers();
  const here = market.webhookUrl();
  return withTeamLock(store, viewer.teamId, async (team) => {
    await requireLiveKey(team, viewer, "admin");
    const known = await knownNumbers(
      team.trx,
      owned.map(({ phoneNumber }) => phoneNumber),
    );
    const result: ImportedNumbers = { dryRun, numbers: [], left: [] };
    for (const number of owned.filter(({ phoneNumber }) => !known.has(phoneNumber))) {
      const { phoneNumber, friendlyName } = number;
      const reason = reasonToLeave(number);
      if (reason !== null) {
        result.left.push({ phoneNumber, reason });
        continue;
      }
      const country = describePhoneNumber(phoneNumber).country ?? null;
      const id = dryRun ? "" : await enlistNumber(team, { e164: phoneNumber, provider: "twilio", country });
      if (id === null) {
        result.left.push({ phoneNumber, reason: "not available" });
        continue;
      }
      if (!dryRun)
        team.record(viewer, {
          action: "number.imported",
          subject: { type: "number", id },
          after: { phoneNumber, provider: "twilio", providerSid: number.sid },
        });
      result.numbers.push({ phoneNumber, friendlyName, webhook: pointsTo(number, here) });
    }
    return result;
  });
}

function reasonToLeave({ capabilities }: OwnedNumber): string | null {
  return capabilities.includes("sms") ? null : "it cannot receive SMS";
}

function pointsTo({ smsUrl, smsMethod }: OwnedNumber, url: string): "here" | "elsewhere" {
  return smsUrl === url && smsMethod === "POST" ? "here" : "elsewhere";
}
