import { once } from "node:events";
import { connect, createServer, type AddressInfo, type NetConnectOpts, type Socket } from "node:net";

/** Where, in what a connection says to its PostgreSQL, the backend dies. */
export interface KillingPlace {
  /** Of the messages since it was armed, counted from 1. */
  message: number;
  /** With all before it answered and itself never heard, or once it is answered, which then reaches nobody. */
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
    const fromClient = new Messages();
    const fromServer = new Messages();
    let opened = false;
    /** Messages that are answered with a ReadyForQuery, less those; the first is. */
    let unanswered = 1;
    let fate: "none" | "silent" | "waits" | "dead" = "none";
    const die = (): void => {
      fate = "dead";
      this.killed += 1;
      void this.#options.kill().finally(() => client.destroy());
    };
    upstream.on("data", (bytes: Buffer) => {
      if (fate === "dead") return;
      if (fate === "silent") return die();
      client.write(bytes);
      for (const message of fromServer.in(bytes)) if (message[0] === READY) unanswered -= 1;
      // All that came before the message that it never hears has been answered.
      if (fate === "waits" && unanswered === 0) die();
    });
    const hear = (message: Buffer): void => {
      if (fate === "waits" || fate === "dead") return;
      if (opened && message[0] !== PASSWORD && this.#counted.has(client)) {
        this.seen += 1;
        if (this.seen === this.#place?.message) fate = this.#place.when === "unheard" ? "waits" : "silent";
      } else if (!opened && message.includes(this.#options.opening)) this.#counted.add(client);
      opened = true;
      if (fate === "waits") return void (unanswered === 0 && die());
      if (message[0] === SYNC || message[0] === QUERY) unanswered += 1;
      upstream.write(message);
    };
    client.on("data", (bytes: Buffer) => {
      for (const message of fromClient.in(bytes, opened)) hear(message);
    });
  }
}

/** Cuts a stream of PostgreSQL's protocol into messages. */
class Messages {
  #rest: Buffer = Buffer.alloc(0);

  /** `typed`: false before the first message of a frontend, which has no type before its length. */
  in(bytes: Buffer, typed = true): Buffer[] {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const messages: Buffer[] = [];
    for (let typeBytes = typed ? 1 : 0; this.#rest.length >= typeBytes + 4; typeBytes = 1) {
      const size = typeBytes + this.#rest.readInt32BE(typeBytes);
      if (this.#rest.length < size) break;
      messages.push(this.#rest.subarray(0, size));
      this.#rest = this.#rest.subarray(size);
    }
    return messages;
  }
}

const [PASSWORD, SYNC, QUERY, READY] = Buffer.from("pSQZ");
