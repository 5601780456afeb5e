import type { FeedClient } from "@agentpass/shared/feed-client/feed-session";
import type { FeedItem } from "@agentpass/shared/feed";
import type { Unsubscribe } from "../observable.ts";

/** The device's one subscription, as the services that live on it see it. */
export interface DeviceFeed {
  /** A client on the live connection; null while there is none. */
  readonly client: FeedClient | null;
  /**
   * Hears every item in order, the next one only after the work of all listeners on this one. Work that fails is done
   * again on the next connection, and the saved cursor moves only past work that was done.
   */
  onItem(work: (item: FeedItem, client: FeedClient) => Promise<void> | void): Unsubscribe;
  /** Hears when what is kept from before must be read again: after signing in, and after a gap in the stream. */
  onFresh(work: (client: FeedClient) => Promise<void>): Unsubscribe;
}
