import { once } from "node:events";
import { connect, createServer, type AddressInfo, type NetConnectOpts, type Socket } from "node:net";

interface Pair {
  client: Socket;
  upstream: Socket;
  /** The first bytes of the client, by which a connection is recognised. */
  opening: string;
}

/** A TCP proxy that can cut its connections, or black-hole them: they stay open and carry nothing any more. */
export class TcpProxy implements AsyncDisposable {
  port = 0;
  /** Connections that were turned away while there was nowhere to lead them. */
  refused = 0;
  /** When each connection was let in (`performance.now()`). */
  readonly arrivals: number[] = [];
  readonly #pairs = new Set<Pair>();
  readonly #server = createServer();
  /** Connections that come from now on are accepted and go nowhere, if their first bytes hold this. */
  #hole: string | null = null;

  /** Where connections lead from now on. */
  target: NetConnectOpts | null = null;

  static async start(target: NetConnectOpts | null = null): Promise<TcpProxy> {
    const proxy = new TcpProxy();
    proxy.target = target;
    proxy.#server.on("connection", (client) => {
      if (proxy.target) proxy.#join(client, connect(proxy.target));
      else {
        proxy.refused += 1;
        client.destroy();
      }
    });
    proxy.#server.listen(0, "127.0.0.1");
    await once(proxy.#server, "listening");
    proxy.port = (proxy.#server.address() as AddressInfo).port;
    return proxy;
  }

  /** Connections whose first bytes hold this text, now and from now on, carry nothing. Gives how many there were. */
  blackHole(opening = ""): number {
    this.#hole = opening;
    const holed = this.#matching(opening);
    for (const pair of holed) silence(pair);
    return holed.length;
  }

  /** New connections work again; black-holed ones stay as they are. */
  mend(): void {
    this.#hole = null;
  }

  /** Clients get one byte a second from now on, until the result is called. */
  trickle(): () => void {
    const slowed = [...this.#pairs];
    for (const { client, upstream } of slowed) upstream.unpipe(client);
    const drops = setInterval(() => {
      for (const { client, upstream } of slowed) client.write((upstream.read(1) as Buffer | null) ?? "");
    }, 1_000);
    return () => {
      clearInterval(drops);
      for (const { client, upstream } of slowed) upstream.pipe(client);
    };
  }

  /** Ends connections whose first bytes hold this text. Gives how many there were. */
  cut(opening = ""): number {
    const cut = this.#matching(opening);
    for (const { client, upstream } of cut) {
      client.destroy();
      upstream.destroy();
    }
    return cut.length;
  }

  connections(opening = ""): number {
    return this.#matching(opening).length;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.cut();
    this.#server.close();
  }

  #matching(opening: string): Pair[] {
    return [...this.#pairs].filter((pair) => pair.opening.includes(opening));
  }

  #join(client: Socket, upstream: Socket): void {
    this.arrivals.push(performance.now());
    const pair: Pair = { client, upstream, opening: "" };
    this.#pairs.add(pair);
    for (const socket of [client, upstream]) {
      socket.on("error", () => {});
      socket.on("close", () => {
        this.#pairs.delete(pair);
        client.destroy();
        upstream.destroy();
      });
    }
    client.once("data", (bytes) => {
      pair.opening = bytes.toString("latin1");
      if (this.#hole !== null && pair.opening.includes(this.#hole)) return silence(pair);
      upstream.write(bytes);
      client.pipe(upstream).pipe(client);
    });
  }
}

function silence({ client, upstream }: Pair): void {
  client.unpipe(upstream);
  upstream.unpipe(client);
  client.pause();
  upstream.pause();
}
