import type {
  AgentMessage,
  ListMessagesInput,
  MessagePage,
  OpenWaitInput,
  SettleWaitInput,
  WaitAnswer,
} from "@agentpass/shared/agent-api";
import type { FeedItem } from "@agentpass/shared/feed";
import type { Problem } from "@agentpass/shared/problem";
import { initTRPC, tracked, TRPCError } from "@trpc/server";
import { applyWSSHandler } from "@trpc/server/adapters/ws";
import { on, once } from "node:events";
import { EventEmitter } from "node:events";
import { createServer } from "node:http";
import { WebSocketServer } from "ws";
import { freePort } from "./free-port.ts";

/**
 * The agent API with faults to order, for tests of the client's side: contexts that fail, subscriptions that end,
 * replies that never come. What it keeps outlives `stop` and `start`, as a database would.
 */
export class EmulatedAgentServer implements AsyncDisposable {
  readonly log: string[] = [];
  readonly waits = new Map<string, { input: OpenWaitInput; answer: WaitAnswer }>();
  readonly touched: string[] = [];
  /** What the agent has got, newest first. */
  messages: AgentMessage[] = [];
  /** Runs before a connection's context is made; may throw. */
  onContext: (key: string | undefined) => void = () => {};
  /** Runs before each procedure of that name answers; may wait for ever, or throw a problem. */
  onCall: (name: string) => Promise<void> | void = () => {};
  /** What a subscription does instead of its work, once. */
  nextFeed: "complete" | "fail" | "silent" | null = null;
  port = 0;
  #history: { id: string; item: FeedItem }[] = [];
  #events = new EventEmitter().setMaxListeners(0);
  #close: (() => Promise<void>) | null = null;

  static async start(): Promise<EmulatedAgentServer> {
    const server = new EmulatedAgentServer();
    await server.start();
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/base`;
  }

  get subscriptions(): number {
    return this.#events.listenerCount("item");
  }

  /** Gives what every live subscription gets next, and what those that come back get. */
  publish(item: FeedItem): void {
    const id = String(this.#history.length + 1);
    this.#history.push({ id, item });
    this.#events.emit("item", id, item);
  }

  /** Gives an open wait its code. */
  answer(requestId: string, code = "482913", silently = false): WaitAnswer {
    const wait = this.waits.get(requestId);
    if (!wait) throw new Error(`no wait ${requestId}`);
    wait.answer = received(requestId, wait.input.phoneNumber, code);
    if (!silently) this.publish({ type: "wait.changed", requestId, answer: wait.answer });
    return wait.answer;
  }

  /** Ends every subscription at its next item, the socket staying open. */
  endSubscriptions(how: "complete" | "fail"): void {
    this.#events.emit("end", how);
  }

  async start(): Promise<void> {
    const http = createServer();
    const sockets = new WebSocketServer({ server: http, path: "/base/trpc" });
    applyWSSHandler({
      wss: sockets,
      router: this.#router(),
      createContext: ({ info }) => {
        const key = info.connectionParams?.["key"] ?? undefined;
        this.onContext(key);
        return { key };
      },
    });
    // The same one after every stop: its clients come back to it.
    if (this.port === 0) this.port = await freePort();
    http.listen(this.port, "127.0.0.1");
    await once(http, "listening");
    this.#close = async () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      http.close();
      http.closeAllConnections();
      await once(http, "close");
    };
  }

  /** As a crash would: every socket is destroyed. */
  async stop(): Promise<void> {
    await this.#close?.();
    this.#close = null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  #router() {
    const t = initTRPC.context<{ key: string | undefined }>().create({
      errorFormatter: ({ shape, error }) => ({
        ...shape,
        data: { ...shape.data, problem: error.cause instanceof Refused ? error.cause.problem : null },
      }),
    });
    const call = (name: string) =>
      t.procedure
        .input((value: unknown) => value as never)
        .use(async ({ next }) => {
          this.log.push(name);
          await this.onCall(name);
          return next();
        });
    return t.router({
      agent: t.router({
        getNumber: call("getNumber").mutation(() => ({
          phoneNumber: "+15551234567",
          callingCode: "1",
          nationalNumber: "5551234567",
          reused: false,
          mode: "mock",
        })),
        openWait: call("openWait").mutation(({ input }) => this.#open(input as OpenWaitInput)),
        settleWait: call("settleWait").mutation(({ input }) => this.#settle(input as SettleWaitInput)),
        touchWaits: call("touchWaits").mutation(({ input }) => {
          this.touched.push(...(input as { requestIds: string[] }).requestIds);
        }),
        listMessages: call("listMessages").query(({ input }) => this.#list(input as ListMessagesInput)),
        listNumbers: call("listNumbers").query(() => [
          { numberId: "number-1", phoneNumber: "+15551234567", country: "US", mode: "mock" },
        ]),
        releaseNumber: call("releaseNumber").mutation(({ input }) => ({
          phoneNumber: (input as { phoneNumber: string }).phoneNumber,
          status: "released",
        })),
      }),
      feed: t.router({
        live: t.procedure
          .input((value: unknown) => value as { lastEventId?: string | null })
          .subscription(({ input, signal }) => this.#feed(input.lastEventId ?? null, signal)),
      }),
    });
  }

  async *#feed(cursor: string | null, signal: AbortSignal | undefined) {
    const order = this.nextFeed;
    this.nextFeed = null;
    this.log.push(`subscribe ${cursor}`);
    if (order === "complete") return;
    if (order === "fail") throw new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: "database away" });
    if (order === "silent") await new Promise(() => {});
    const end = new AbortController();
    let how = "";
    const onEnd = (value: string): void => {
      how = value;
      end.abort();
    };
    const items = on(this.#events, "item", {
      signal: AbortSignal.any([end.signal, ...(signal ? [signal] : [])]),
    });
    this.#events.once("end", onEnd);
    try {
      const from = cursor === null ? this.#history.length : Number(cursor);
      for (const { id, item } of this.#history.slice(from)) yield tracked(id, item);
      for await (const [id, item] of items) yield tracked(id as string, item as FeedItem);
    } catch {
      if (how === "fail") throw new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: "database away" });
    } finally {
      this.#events.off("end", onEnd);
    }
  }

  #open(input: OpenWaitInput): WaitAnswer {
    const known = this.waits.get(input.requestId);
    if (known) return known.answer;
    const status = input.timeoutMs === 0 ? "timeout" : "open";
    const answer: WaitAnswer = { ...progress(input.requestId), status };
    this.waits.set(input.requestId, { input, answer });
    return answer;
  }

  #list({ limit = 20, before }: ListMessagesInput): MessagePage {
    const from = before === undefined ? 0 : this.messages.findIndex(({ id }) => id === before) + 1;
    const page = this.messages.slice(from, from + limit);
    const last = from + limit < this.messages.length ? page.at(-1) : undefined;
    return { messages: page, ...(last ? { nextBefore: last.id } : {}) };
  }

  #settle({ requestId, action }: SettleWaitInput): WaitAnswer {
    this.log.push(`settle ${action}`);
    const wait = this.waits.get(requestId);
    if (!wait) throw new Error("no such wait");
    if (wait.answer.status !== "open") {
      if (action === "give_back" || action === "cancel") this.log.push("returned");
      return wait.answer;
    }
    if (action === "timeout") wait.answer = { ...progress(requestId), status: "timeout" };
    if (action === "cancel") wait.answer = { ...progress(requestId), status: "cancelled" };
    return wait.answer;
  }
}

/** What a procedure throws to answer with a problem. */
export function refused(problem: Problem): TRPCError {
  return new TRPCError({ code: "BAD_REQUEST", cause: new Refused(problem) });
}

class Refused extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

function progress(requestId: string) {
  return {
    requestId,
    cursor: "00000001:1:00000001",
    waitedMs: 1,
    remainingMs: 1,
    seenNonmatching: 0,
    mode: "mock" as const,
  };
}

/** A message as an agent sees it. */
export function message(id: string, body: string): AgentMessage {
  return {
    id,
    from: "+12025550123",
    to: "+15551234567",
    body,
    receivedAt: new Date().toISOString(),
    state: "claimed",
    otp: null,
    simulated: true,
  };
}

function received(requestId: string, to: string, code: string): WaitAnswer {
  return {
    ...progress(requestId),
    status: "received",
    message: { ...message(`SM${"0".repeat(32)}`, `Your code is ${code}`), to, otp: { code } },
    redelivered: false,
    expired: false,
    superseded: [],
    receipt: { receivedAt: 1, storedAt: 2, matchedAt: 3 },
  };
}
