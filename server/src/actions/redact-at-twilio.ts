import { system } from "../domain/audit-entry.ts";
import { messagesToRedact, noteRedacted } from "../store/message-erasure.ts";
import type { Store } from "../store/store.ts";
import { withTeam, withTeamLock } from "../store/with-team.ts";
import type { TwilioClient } from "../twilio/twilio-client.ts";

/**
 * Has Twilio remove the texts whose time is over here, where the team's setting asks for it. Any node may do it; doing
 * it twice changes nothing. Rejects where Twilio does not answer; what is left then is taken up by the next call.
 */
export async function redactAtTwilio(
  store: Store,
  twilio: Pick<TwilioClient, "redactMessage">,
  teamId: string,
): Promise<void> {
  const due = await withTeam(store, teamId, messagesToRedact);
  const redacted: string[] = [];
  try {
    for (const { id, providerMessageId } of due) {
      await twilio.redactMessage(providerMessageId);
      redacted.push(id);
    }
  } finally {
    if (redacted.length > 0)
      await withTeamLock(store, teamId, async (team) => {
        await noteRedacted(team, redacted);
        team.record(system("retention"), { action: "message.redacted", after: { bodies: redacted.length } });
      });
  }
}
