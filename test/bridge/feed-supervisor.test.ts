import type { FeedItem } from "@agentpass/shared/feed";
import { verifies } from "../support/verifies.ts";
import { Secret } from "@agentpass/shared/secret";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { once } from "node:events";
import { assert, expect, test, vi } from "vitest";
import { FeedSupervisor, type FeedState } from "@agentpass/shared/feed-client/feed-supervisor";
import { feedUrl } from "@agentpass/shared/feed-client/feed-url";
import { EmulatedAgentServer } from "../support/emulated-agent-server.ts";
import { Stopwatch } from "../support/stopwatch.ts";

class Listener implements Disposable {
  readonly items: string[] = [];
  readonly states: FeedState["state"][] = [];
  failOnce: string | null = null;
  readonly feed: FeedSupervisor;

  constructor(url: string) {
    this.feed = new FeedSupervisor({
      endpoint: async () => ({ url: feedUrl(url), key: new Secret("ap_agent_test") }),
      onItem: (item) => this.#take(item),
      onState: ({ state }) => this.states.push(state),
    });
    this.feed.start();
  }

  #take(item: FeedItem): void {
    const name = "messageId" in item ? (item.messageId ?? "") : item.type;
    if (this.failOnce === name) {
      this.failOnce = null;
      throw new Error("the work failed");
    }
    this.items.push(name);
  }

  /** Resolves when it has become live so many times; a pause of the machine may have cost it a connection more. */
  async live(times = 1): Promise<void> {
    await vi.waitFor(
      () => assert.isAtLeast(this.states.filter((state) => state === "live").length, times),
      10_000,
    );
  }

  async has(items: string[]): Promise<void> {
    await vi.waitFor(() => assert.deepEqual(this.items, items), 10_000);
  }

  [Symbol.dispose](): void {
    this.feed.stop();
  }
}

const SOON = { timeout: 10_000 };

const sms = (messageId: string): FeedItem => ({ type: "message.received", messageId });

test.each(["complete", "fail"] as const)(
  "a subscription that ends (%s) while its socket stays open is made again from the last item",
  async (how) => {
    await using server = await EmulatedAgentServer.start();
    using listener = new Listener(server.url);
    await listener.live();
    server.publish(sms("1"));
    await listener.has(["1"]);
    server.endSubscriptions(how);
    server.publish(sms("2"));
    await listener.has(["1", "2"]);
    server.publish(sms("3"));
    await expect.poll(() => listener.items, SOON).toEqual(["1", "2", "3"]);
  },
);

test("contexts that fail while the client comes back do not make it deaf", async () => {
  await using server = await EmulatedAgentServer.start();
  using listener = new Listener(server.url);
  await listener.live();
  server.publish(sms("1"));
  await listener.has(["1"]);
  let failures = 0;
  server.onContext = () => {
    if (failures++ < 3) throw new Error("database away");
  };
  await server.stop();
  await server.start();
  server.publish(sms("2"));
  await expect.poll(() => listener.items, SOON).toEqual(["1", "2"]);
  expect(failures).toBeGreaterThan(3);
});

test("an item whose work failed comes again, and nothing after it is lost or doubled", async () => {
  await using server = await EmulatedAgentServer.start();
  using listener = new Listener(server.url);
  await listener.live();
  listener.failOnce = "2";
  for (const name of ["1", "2", "3"]) server.publish(sms(name));
  await expect.poll(() => listener.items, SOON).toEqual(["1", "2", "3"]);
});

test(verifies("resume", "what was published while the server was unreachable follows"), async () => {
  await using server = await EmulatedAgentServer.start();
  using listener = new Listener(server.url);
  await listener.live();
  server.publish(sms("1"));
  await listener.has(["1"]);
  await server.stop();
  server.publish(sms("2"));
  server.publish(sms("3"));
  await server.start();
  await expect.poll(() => listener.items, SOON).toEqual(["1", "2", "3"]);
});

test("a connection whose other side went silent is given up within 2 s", async () => {
  await using server = await EmulatedAgentServer.start();
  await using proxy = await SilentProxy.before(server.port);
  using listener = new Listener(`http://127.0.0.1:${proxy.port}/base`);
  await listener.live();
  const silent = new Stopwatch();
  proxy.goSilent();
  await expect.poll(() => listener.states.includes("away"), { timeout: 5_000, interval: 20 }).toBe(true);
  expect(silent.ms()).toBeLessThan(2_000);
  server.publish(sms("1"));
  await listener.live(2);
});

test("a stopped feed makes no further connection", async () => {
  await using server = await EmulatedAgentServer.start();
  using listener = new Listener(server.url);
  await listener.live();
  listener.feed.stop();
  await expect.poll(() => server.subscriptions, SOON).toBe(0);
  expect(listener.feed.state).toEqual({ state: "stopped" });
});

/** A TCP proxy whose present connections go silent on demand, without being closed; later ones work. */
class SilentProxy implements AsyncDisposable {
  port = 0;
  readonly #pairs: (readonly [Socket, Socket])[] = [];
  readonly #server = createServer();

  static async before(target: number): Promise<SilentProxy> {
    const proxy = new SilentProxy();
    proxy.#server.on("connection", (client) => {
      const server = connect(target, "127.0.0.1");
      for (const socket of [client, server]) socket.on("error", () => {});
      client.pipe(server).pipe(client);
      proxy.#pairs.push([client, server]);
    });
    proxy.#server.listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    proxy.port = (proxy.#server.address() as AddressInfo).port;
    return proxy;
  }

  goSilent(): void {
    for (const [client, server] of this.#pairs) {
      client.unpipe(server);
      server.unpipe(client);
      client.pause();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
    this.#server.close();
  }
}
