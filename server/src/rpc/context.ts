import type { IncomingMessage } from "node:http";
import type { PostToWebhook } from "../actions/test-gateway.ts";
import type { Viewer } from "../domain/access.ts";
import type { PostToChat } from "../ops/chat-webhook.ts";
import type { FeedSource } from "../publish/live-feed.ts";
import type { Store } from "../store/store.ts";
import type { PublicCallLimit } from "./public-call-limit.ts";

/** What every call works with, however it came. */
export interface ApiSource extends FeedSource {
  /** Where a request comes from; null where its socket is gone. */
  callerAddress: (request: IncomingMessage) => string | null;
  /** The base of links that are handed out. */
  publicUrl: () => string;
  publicCalls: PublicCallLimit;
  /** To this server's own public address. */
  postToWebhook: PostToWebhook;
  /** To the operators' chat; null where none is set. */
  postToChat: PostToChat | null;
}

/** One HTTP request, or one WebSocket connection with all its calls. */
export interface Context {
  store: Store;
  feed: ApiSource;
  /** Where the call comes from; null where its socket is gone. */
  address: string | null;
  /** Who asks. Rejects with a problem where no valid key was given, and for a connection whose key was revoked since. */
  signedIn: () => Promise<Viewer>;
  /** Null over HTTP. */
  connection: Connection | null;
}

/** What a procedure may know of and do to the WebSocket it came by. */
export interface Connection {
  /** Resolves when the peer can take more; ends the connection of a peer that takes nothing. */
  ready: () => Promise<void>;
  /** Writes a frame, text in UTF-8, where that needs no waiting; false: it does. */
  push: (frame: Buffer) => boolean;
  /** Counts a subscription until `signal` aborts or the result is called; throws where the connection has too many. */
  addSubscription: (signal: AbortSignal) => () => void;
  /** Runs a call when there are few others, and the peer has taken the answers to earlier ones. */
  inTurn: <T>(call: () => Promise<T>) => Promise<T>;
}
