import { Observable } from "../observable.ts";
import type { DeviceFeed } from "./device-feed.ts";

/** Counts up whenever something in the team may have changed. */
export function teamVersion(feed: DeviceFeed): Observable<number> {
  const version = new Observable(0);
  const next = (): void => version.set(version.value + 1);
  feed.onFresh(async () => next());
  feed.onItem(({ type }) => {
    if (type !== "heartbeat" && type !== "wait.changed") next();
  });
  return version;
}
