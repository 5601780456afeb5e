import type { FeedItem, StreamEventType } from "@agentpass/shared/feed";
import type { DeviceFeed } from "./connection/device-feed.ts";
import { Observable } from "./observable.ts";

/** What the team view shows. Messages and waits are the inbox's; they come too often to read the team's lists for each. */
const shown: ReadonlySet<string> = new Set<StreamEventType>([
  "number.changed",
  "lease.started",
  "lease.ended",
  "agent.changed",
  "key.changed",
  "device.changed",
  "member.changed",
  "invitation.changed",
  "team.changed",
  "gateway.changed",
]);

/** Events come in bursts (an import, a replay after sleep): one reading for each. */
const GATHER_MS = 250;

/** Counts up when something that the team view shows may be another than before. */
export function teamChanges(feed: DeviceFeed): Observable<number> {
  const version = new Observable(0);
  let gathering: NodeJS.Timeout | null = null;
  const changed = (): void => {
    gathering ??= setTimeout(() => {
      gathering = null;
      version.set(version.value + 1);
    }, GATHER_MS).unref();
  };
  feed.onItem((item: FeedItem) => {
    if (shown.has(item.type)) changed();
  });
  feed.onFresh(async () => changed());
  return version;
}
