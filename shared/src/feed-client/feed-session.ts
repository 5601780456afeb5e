import type { AppRouter } from "../api.ts";
import type { FeedItem } from "../feed.ts";
import { ProblemError, type Problem } from "../problem.ts";
import type { Secret } from "../secret.ts";
import { VERSION } from "../version.ts";
import {
  createTRPCClient,
  createWSClient,
  TRPCClientError,
  wsLink,
  type TRPCClient,
  type TRPCLink,
} from "@trpc/client";
import { problemOfCloseCode, problemOfFailure } from "./feed-problem.ts";
import { feedKeepAlive, feedSocket } from "./feed-socket.ts";
import { fullJitterMs } from "./full-jitter.ts";
import { WorkInOrder } from "./work-in-order.ts";

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
  /** Its work comes before that of the first item, and may fail as that may. */
  onStarted(client: FeedClient): unknown;
  /**
   * Does the work of one item; the next one waits for a promise that it gives. May throw or reject: then the session ends, and the item comes
   * again in the next one.
   */
  onItem(item: FeedItem, cursor: string, client: FeedClient): unknown;
  /** Called once, for every way in which a subscription can end. Null: nobody said why. */
  onEnded(problem: Problem | null): void;
}

export interface FeedSession {
  readonly client: FeedClient;
  close(): void;
  /** Resolves when no work of this session is under way any more. */
  idle(): Promise<void>;
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
  /** A call on a closed client would open its connection again, beside the next session's. */
  const whileOpen: TRPCLink<AppRouter> = () => (call) => {
    if (ended) throw TRPCClientError.from(new Error("The connection was lost before the call was sent."));
    return call.next(call.op);
  };
  const client = createTRPCClient<AppRouter>({ links: [whileOpen, wsLink({ client: socket })] });

  const end = (problem: Problem | null): void => {
    if (ended) return;
    ended = true;
    work.stop();
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
  const work = new WorkInOrder((error) => end(problemOfWork(error)));
  const subscription = client.feed.live.subscribe(
    { lastEventId: options.cursor },
    {
      onStarted: () => {
        if (ended) return;
        heard();
        work.add(() => options.onStarted(client));
      },
      onData: (event) => {
        if (ended) return;
        heard();
        work.add(() => options.onItem(event.data, event.id, client));
      },
      onError: (error) => end(problemOfFailure(error) ?? problemOfCloseCode(closeCode)),
      onComplete: () => end(null),
      onStopped: () => end(null),
      onConnectionStateChange: (state) => {
        if (state.state === "connecting" && state.error) end(problemOfCloseCode(closeCode));
      },
    },
  );
  return { client, close: () => end(null), idle: () => work.idle() };
}

function problemOfWork(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  const reason = error instanceof Error ? error.message : String(error);
  return { code: "unavailable", message: `An event could not be handled: ${reason}` };
}
