import type { AlertReport } from "@agentpass/shared/alert-api";
import { fail } from "@agentpass/shared/problem";
import type { AdminViewer } from "../domain/access.ts";
import { alertRules } from "../domain/alert-rules.ts";
import type { PostToChat } from "../ops/chat-webhook.ts";
import { keptAlerts } from "../store/alerts.ts";
import type { Store } from "../store/store.ts";
import { isoTime } from "../store/timestamp.ts";
import { withTeamLock } from "../store/with-team.ts";
import { requireLiveKey } from "./require-live-key.ts";

/** Every built-in alert and where it stands. */
export async function listAlerts(store: Store, { watched }: { watched: boolean }): Promise<AlertReport> {
  const kept = watched ? await keptAlerts(store.ingest) : new Map();
  const alerts = alertRules.map(({ name, title, threshold }) => {
    const phase = kept.get(name)?.phase;
    return {
      name,
      title,
      threshold,
      firing: phase?.firing ?? false,
      since: phase === undefined ? null : isoTime(phase.since),
    };
  });
  return { watched, alerts };
}

/** Posts a test message to the operators' chat. Throws `conflict` where none is set, `unavailable` where it does not take it. */
export async function testAlert(
  store: Store,
  viewer: AdminViewer,
  { post, from }: { post: PostToChat | null; from: string },
): Promise<{ text: string }> {
  if (post === null)
    return fail(
      "conflict",
      "No chat is set for alerts. Set ALERT_WEBHOOK_URL to the chat's address for incoming webhooks, and start the server again.",
    );
  await withTeamLock(store, viewer.teamId, async (team) => {
    team.record(await requireLiveKey(team, viewer, "admin"), { action: "alerts.tested" });
  });
  const text = `AgentPass SMS: a test of the alerts. Nothing is wrong. (${from})`;
  const outcome = await post(text);
  if (outcome !== "taken")
    return fail(
      "unavailable",
      `The chat did not take the message. ${outcome.fault} Check ALERT_WEBHOOK_URL.`,
    );
  return { text };
}
