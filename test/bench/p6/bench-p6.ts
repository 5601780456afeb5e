/** P6: two nodes behind one database: how long a message takes to a subscriber of the other node, and of its own. */
import { setTimeout as pause } from "node:timers/promises";
import { createTRPCClient, createWSClient, wsLink } from "@trpc/client";
import type { AppRouter } from "@agentpass/shared/api";
import { apiClient } from "../../support/api-client.ts";
import type { RunningServer } from "../../support/running-server.ts";
import { startTwoNodes, type TwoNodes } from "../../support/two-nodes.ts";
import { number, type Goal, type Report } from "../report.ts";
import { quantile } from "../statistics.ts";
import { startNats } from "./nats-for-bench.ts";

export interface P6Options {
  rounds: number;
}

const WARM_UP = 30;
/** Between two messages, so that each meets nodes at rest. */
const SETTLE_MS = 15;

/** Milliseconds from the POST to each subscriber, a value a message. */
interface Latencies {
  by: string;
  own: number[];
  other: number[];
}

/** A subscriber of one node: resolves with the time of the next message, and says which it was. */
class Listener implements Disposable {
  readonly #socket: ReturnType<typeof createWSClient>;
  #heard: (message: { id: string; at: number }) => void = () => {};
  readonly started: Promise<void>;

  constructor(node: RunningServer, key: string) {
    this.#socket = createWSClient({
      url: `${node.url.replace("http", "ws")}/trpc`,
      connectionParams: { key },
    });
    const client = createTRPCClient<AppRouter>({ links: [wsLink({ client: this.#socket })] });
    this.started = new Promise((onStarted, onError) =>
      client.feed.live.subscribe(
        { lastEventId: null },
        {
          onStarted: () => onStarted(),
          onError,
          onData: ({ data }) => {
            if (data.type === "message.received" && data.messageId !== undefined)
              this.#heard({ id: data.messageId, at: performance.now() });
          },
        },
      ),
    );
  }

  next(): Promise<{ id: string; at: number }> {
    return new Promise((resolve) => (this.#heard = resolve));
  }

  [Symbol.dispose](): void {
    void this.#socket.close();
  }
}

/** Both ways in turn; throws where a subscriber heard of another message than was sent. */
class Pair implements AsyncDisposable {
  readonly latencies: Latencies;
  readonly #nodes: TwoNodes;
  readonly #listeners: readonly Listener[];
  readonly #phoneNumber: string;

  private constructor(
    by: string,
    nodes: TwoNodes,
    { listeners, phoneNumber }: { listeners: readonly Listener[]; phoneNumber: string },
  ) {
    this.latencies = { by, own: [], other: [] };
    this.#nodes = nodes;
    this.#listeners = listeners;
    this.#phoneNumber = phoneNumber;
  }

  static async start(by: string, settings: Readonly<Record<string, string>> = {}): Promise<Pair> {
    const both = await startTwoNodes(undefined, { AGENTPASS_LOG_LEVEL: "warn", ...settings });
    const [east, west] = both.nodes;
    const agent = await both.admin(east).key.create.mutate({ kind: "agent", name: "bench" });
    const { phoneNumber } = await apiClient(east.url, agent.key).agent.getNumber.mutate({});
    const ownerKey = east.hasOwnerKey ? east.ownerKey : west.ownerKey;
    const listeners = both.nodes.map((node) => new Listener(node, ownerKey));
    await Promise.all(listeners.map(({ started }) => started));
    return new Pair(by, both, { listeners, phoneNumber });
  }

  async round(round: number): Promise<void> {
    const at = Math.abs(round) % 2;
    const node = this.#nodes.nodes[at];
    const sms = node?.prepareSms(this.#phoneNumber, `Your code is ${482_000 + Math.abs(round)}`);
    const heard = this.#listeners.map((listener) => listener.next());
    const start = performance.now();
    const [status, ...messages] = await Promise.all([sms?.send(), ...heard]);
    if (status !== 200 || new Set(messages.map(({ id }) => id)).size !== 1)
      throw new Error(`${this.latencies.by}: the nodes told of different messages`);
    if (round >= 0)
      for (const [index, message] of messages.entries())
        this.latencies[index === at ? "own" : "other"].push(message.at - start);
    await pause(SETTLE_MS);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const listener of this.#listeners) listener[Symbol.dispose]();
    await this.#nodes[Symbol.asyncDispose]();
  }
}

export async function benchP6({ rounds }: P6Options): Promise<Report> {
  await using stack = new AsyncDisposableStack();
  const nats = await startNats();
  if (nats) stack.use(nats);
  const pairs = [stack.use(await Pair.start("PostgreSQL NOTIFY"))];
  if (nats) pairs.push(stack.use(await Pair.start("NATS", { NATS_URL: nats.url })));
  for (let round = -WARM_UP; round < rounds; round += 1) for (const pair of pairs) await pair.round(round);
  // A server that does not know of NATS would have been measured over NOTIFY.
  const measured = nats && (await nats.published()) >= rounds ? pairs : pairs.slice(0, 1);
  return report(
    measured.map(({ latencies }) => latencies),
    rounds,
  );
}

function report(all: readonly Latencies[], rounds: number): Report {
  const row = (name: string, values: readonly number[]): string[] => [
    name,
    number(quantile(values, 0.5)),
    number(quantile(values, 0.99)),
  ];
  const goal = (by: string): Goal => {
    const found = all.find((latencies) => latencies.by === by);
    const measured = found ? quantile(found.other, 0.99) / quantile(found.own, 0.99) : null;
    return { what: `times the p99 within the node, by ${by}`, measured, bound: { atMost: 3 } };
  };
  return {
    id: "P6",
    title: `P6: from the webhook at one node to a subscriber, milliseconds, ${rounds} messages`,
    head: ["", "p50", "p99"],
    rows: all.flatMap(({ by, own, other }) => [
      row(`its own node, ${by}`, own),
      row(`the other node, ${by}`, other),
    ]),
    goals: [goal("PostgreSQL NOTIFY"), goal("NATS")],
    figures: { rounds, latencies: all },
  };
}
