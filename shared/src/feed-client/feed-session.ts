import type { AppRouter } from "../api.ts";
import type { FeedItem } from "../feed.ts";
import type { Problem } from "../problem.ts";
import type { Secret } from "../secret.ts";
import { VERSION } from "../version.ts";
import { createTRPCClient, createWSClient, wsLink, type TRPCClient } from "@trpc/client";
import { problemOfCloseCode, problemOfFailure } from "./feed-problem.ts";
import { feedKeepAlive, feedSocket } from "./feed-socket.ts";
import { fullJitterMs } from "./full-jitter.ts";

/** The server says something at least every 15 s; a subscription that is silent for three times that is dead. */
const SILENCE_MS = 45_000;
/** A subscription that has not started after this is as good as dead: a failed context says nothing at all. */
const START_MS = 5_000;

export type FeedClient = TRPCClient<AppRouter>;

export interface FeedEndpoint {
  /** ws:// or wss:// address of the tRPC API. */
  url: string;
  key: Secret;
  /** What the client says its version is; left out: the one it was built as. */
  version?: string;
}

export interface FeedSessionOptions {
  endpoint: FeedEndpoint;
  /** Where to go on from; null: from now on. */
  cursor: string | null;
  onStarted(): void;
  /** May throw: then the session ends, and the item comes again in the next one. */
  onItem(item: FeedItem, cursor: string): void;
  /** Called once, for every way in which a subscription can end. Null: nobody said why. */
  onEnded(problem: Problem | null): void;
}

export interface FeedSession {
  readonly client: FeedClient;
  close(): void;
}

/**
 * One connection with one subscription on it. Whatever ends the one ends the other: tRPC leaves the socket open
 * and looking healthy when a subscription completes, fails, or never got its context.
 */
export function openFeedSession(options: FeedSessionOptions): FeedSession {
  let ended = false;
  let closeCode: number | undefined;
  const { url, key, version = VERSION } = options.endpoint;
  const socket = createWSClient({
    url,
    connectionParams: { key: key.reveal(), version },
    WebSocket: feedSocket,
    keepAlive: feedKeepAlive,
    // Used only while the server asks to move to another connection; a lost one ends the session.
    retryDelayMs: (attempt) => fullJitterMs(attempt + 1),
    onClose: (cause) => {
      closeCode = cause?.code;
    },
  });
  const client = createTRPCClient<AppRouter>({ links: [wsLink({ client: socket })] });

  const end = (problem: Problem | null): void => {
    if (ended) return;
    ended = true;
    clearTimeout(silence);
    queueMicrotask(() => subscription.unsubscribe());
    void socket.close();
    options.onEnded(problem);
  };
  let silence = setTimeout(() => end(null), START_MS);
  const heard = (): void => {
    clearTimeout(silence);
    silence = setTimeout(() => end(null), SILENCE_MS);
  };
  const deliver = (item: FeedItem, cursor: string): void => {
    try {
      options.onItem(item, cursor);
    } catch (error) {
      end({ code: "unavailable", message: `An event could not be handled: ${String(error)}` });
    }
  };
  const subscription = client.feed.live.subscribe(
    { lastEventId: options.cursor },
    {
      onStarted: () => {
        if (ended) return;
        heard();
        options.onStarted();
      },
      onData: (event) => {
        if (ended) return;
        heard();
        deliver(event.data, event.id);
      },
      onError: (error) => end(problemOfFailure(error) ?? problemOfCloseCode(closeCode)),
      onComplete: () => end(null),
      onStopped: () => end(null),
      onConnectionStateChange: (state) => {
        if (state.state === "connecting" && state.error) end(problemOfCloseCode(closeCode));
      },
    },
  );
  return { client, close: () => end(null) };
}
