import type { WebSocket } from "ws";
import type { SignedIn } from "../actions/sign-in.ts";
import type { FeedSource } from "../publish/live-feed.ts";
import { liveKey } from "../store/keys.ts";
import { withTeam } from "../store/with-team.ts";
import { CLOSE_NOT_SIGNED_IN, CLOSE_RECONNECT, closeFor } from "./close-socket.ts";

/** Beyond this a timer fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Closes the socket when its key is revoked, which the stream tells in order with everything else, or expires. */
export function watchKey(
  feed: FeedSource,
  socket: WebSocket,
  { signedIn, onError }: { signedIn: SignedIn; onError: (error: unknown) => void },
): void {
  const { viewer } = signedIn;
  const { teamId, keyId } = viewer;
  let timer: NodeJS.Timeout | undefined;
  let watchedEnd = Infinity;
  socket.once("close", () => clearTimeout(timer));
  /** A rotation gives the key an end, or an earlier one, while the socket lives; never a later one. */
  const checkAt = (end: number | null): void => {
    if (end === null || end >= watchedEnd || socket.readyState === socket.CLOSED) return;
    watchedEnd = end;
    clearTimeout(timer);
    const left = end - feed.store.clock();
    const onTime = (): void => {
      watchedEnd = Infinity;
      if (left > LONGEST_TIMER_MS) checkAt(end);
      else check().catch(unsure);
    };
    timer = setTimeout(onTime, Math.min(Math.max(left + 1, 0), LONGEST_TIMER_MS));
  };
  const check = async (): Promise<void> => {
    const live = await withTeam(feed.store, teamId, (trx) =>
      liveKey(trx, { keyId, now: feed.store.clock() }),
    );
    if (live === null) closeFor(socket, CLOSE_NOT_SIGNED_IN, "the key is no longer valid");
    else if (viewer.kind !== "agent" && viewer.role !== live.role)
      closeFor(socket, CLOSE_RECONNECT, "the role of the key's member has changed");
    else checkAt(live.expiresAt);
  };
  // A connection whose key cannot be watched any more may not outlive it: its client signs in again elsewhere.
  const unsure = (error: unknown): void => {
    onError(error);
    closeFor(socket, CLOSE_RECONNECT, "the key could not be looked up");
  };
  const follow = async (): Promise<void> => {
    const { stop } = await feed.streams.follow(teamId, (events) => {
      if (events.some((event) => event.type === "key.changed" && event.keyId === keyId))
        check().catch(unsure);
    });
    if (socket.readyState === socket.CLOSED) return stop();
    socket.once("close", stop);
    // Revoked between signing in and following: look once more.
    await check();
  };
  follow().catch(unsure);
  checkAt(signedIn.expiresAt);
}
