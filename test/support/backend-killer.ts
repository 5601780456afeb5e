import { once } from "node:events";
import { connect, createServer, type AddressInfo, type NetConnectOpts, type Socket } from "node:net";

/** Where, in what a connection says to its PostgreSQL, the backend dies. */
export interface KillingPlace {
  /** Of the messages since it was armed, counted from 1. */
  message: number;
  /** Before PostgreSQL has the message, or once it has answered, which then reaches nobody. */
  when: "unheard" | "unanswered";
}

export interface BackendKillerOptions {
  target: NetConnectOpts;
  /** What stands in the first bytes of the connections that count. */
  opening: string;
  /** Ends the backends of those connections. */
  kill: () => Promise<unknown>;
}

/** A proxy before PostgreSQL that counts the messages of its frontends and kills the backend at one of them. */
export class BackendKiller implements AsyncDisposable {
  port = 0;
  /** Messages since it was armed. */
  seen = 0;
  killed = 0;
  #place: KillingPlace | null = null;
  readonly #options: BackendKillerOptions;
  readonly #server = createServer((client) => this.#join(client));
  readonly #sockets = new Set<Socket>();
  readonly #counted = new Set<Socket>();

  private constructor(options: BackendKillerOptions) {
    this.#options = options;
  }

  static async start(options: BackendKillerOptions): Promise<BackendKiller> {
    const killer = new BackendKiller(options);
    killer.#server.listen(0, "127.0.0.1");
    await once(killer.#server, "listening");
    killer.port = (killer.#server.address() as AddressInfo).port;
    return killer;
  }

  /** Counts from now on. Null: kills nobody. */
  arm(place: KillingPlace | null): void {
    this.seen = 0;
    this.#place = place;
  }

  /** How many connections that count are open. */
  get connections(): number {
    return this.#counted.size;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, "close");
  }

  #join(client: Socket): void {
    const upstream = connect(this.#options.target);
    for (const socket of [client, upstream]) {
      this.#sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        this.#sockets.delete(socket);
        this.#counted.delete(client);
        client.destroy();
        upstream.destroy();
      });
    }
    let opened = false;
    let rest: Buffer = Buffer.alloc(0);
    let dying = false;
    let swallows = false;
    const die = (): void => {
      dying = true;
      this.killed += 1;
      void this.#options.kill().finally(() => client.destroy());
    };
    upstream.on("data", (bytes: Buffer) => {
      if (dying) return;
      if (swallows) die();
      else client.write(bytes);
    });
    client.on("data", (bytes: Buffer) => {
      rest = Buffer.concat([rest, bytes]);
      for (;;) {
        if (dying) return;
        // The first message has no type before its length.
        const typeBytes = opened ? 1 : 0;
        const size = rest.length < typeBytes + 4 ? Infinity : typeBytes + rest.readInt32BE(typeBytes);
        if (rest.length < size) return;
        const message = rest.subarray(0, size);
        rest = rest.subarray(size);
        const isQuery = opened && message[0] !== PASSWORD && this.#counted.has(client);
        if (!opened && message.includes(this.#options.opening)) this.#counted.add(client);
        opened = true;
        if (isQuery && ++this.seen === this.#place?.message) {
          if (this.#place.when === "unheard") return die();
          swallows = true;
        }
        upstream.write(message);
      }
    });
  }
}

const PASSWORD = "p".charCodeAt(0);
