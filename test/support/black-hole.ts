import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";

/** A TCP proxy that can swallow everything without closing anything, as a dead network does. */
export class BlackHole implements AsyncDisposable {
  /** Where the bytes go; set it before the first connection. */
  targetPort = 0;
  /** Connections taken so far. */
  connections = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #swallowing = false;

  private constructor(server: Server) {
    this.#server = server;
    server.on("connection", (socket) => this.#join(socket));
  }

  static async open(): Promise<BlackHole> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    return new BlackHole(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Sockets that are open, on either side. */
  get open(): number {
    return this.#sockets.size;
  }

  /** From now on nothing comes through, on old connections and new ones. */
  swallow(): void {
    this.#swallowing = true;
    for (const socket of this.#sockets) socket.unpipe().resume();
  }

  /** New connections come through again; those that were swallowed never do. */
  letThrough(): void {
    this.#swallowing = false;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#server, "close");
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  #join(client: Socket): void {
    this.connections += 1;
    this.#keep(client);
    if (this.#swallowing) {
      client.resume();
      return;
    }
    const server = connect(this.targetPort, "127.0.0.1");
    this.#keep(server);
    client.pipe(server);
    server.pipe(client);
    client.once("close", () => server.destroy());
    server.once("close", () => client.destroy());
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on("error", () => {}).once("close", () => this.#sockets.delete(socket));
  }
}
