import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { AnyRouter } from "@trpc/server";
import { applyWSSHandler } from "@trpc/server/adapters/ws";
import { WebSocketServer } from "ws";

/** tRPC over WebSocket as its manual sets it up: nothing is configured that has a default. */
export class StockServer implements AsyncDisposable {
  readonly sockets: WebSocketServer;
  readonly #http = createServer();

  static async start(
    router: AnyRouter,
    createContext: (options: { req: IncomingMessage }) => unknown = () => ({}),
  ): Promise<StockServer> {
    const server = new StockServer(router, createContext);
    server.#http.listen(0, "127.0.0.1");
    await once(server.#http, "listening");
    return server;
  }

  private constructor(router: AnyRouter, createContext: (options: { req: IncomingMessage }) => unknown) {
    this.sockets = new WebSocketServer({ server: this.#http });
    applyWSSHandler({ wss: this.sockets, router, createContext: createContext as never });
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  /** Cuts every connection, as a network does. */
  cut(): void {
    for (const socket of this.sockets.clients) socket.terminate();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.cut();
    this.sockets.close();
    this.#http.close();
    this.#http.closeAllConnections();
    await once(this.#http, "close");
  }
}
