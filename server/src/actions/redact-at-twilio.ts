import { system } from "../domain/audit-entry.ts";
import { messagesToRedact, noteRedacted } from "../store/message-erasure.ts";
import type { Store } from "../store/store.ts";
import { withTeam, withTeamLock } from "../store/with-team.ts";
import type { TwilioClient } from "../twilio/twilio-client.ts";

/** So often Twilio may fail before the rest is left for the next call: it is away, and not one text at fault. */
const FAILURES = 3;

/**
 * Has Twilio remove the texts whose time is over here, where the team's setting asks for it. Any node may do it; doing
 * it twice changes nothing. Rejects with what Twilio refused or did not answer, which is tried again by the next call.
 */
export async function redactAtTwilio(
  store: Store,
  twilio: Pick<TwilioClient, "redactMessage">,
  teamId: string,
): Promise<void> {
  const due = await withTeam(store, teamId, messagesToRedact);
  const redacted: string[] = [];
  const failures: unknown[] = [];
  for (const { id, providerMessageId } of due) {
    await twilio.redactMessage(providerMessageId).then(
      () => redacted.push(id),
      (error: unknown) => failures.push(error),
    );
    if (failures.length === FAILURES) break;
  }
  if (redacted.length > 0)
    await withTeamLock(store, teamId, async (team) => {
      await noteRedacted(team, redacted);
      team.record(system("retention"), { action: "message.redacted", after: { bodies: redacted.length } });
    });
  if (failures.length > 0) throw failures[0];
}
