import {
  createMcpHandler,
  hostHeaderValidationResponse,
  isLegacyRequest,
  originValidationResponse,
  WebStandardStreamableHTTPServerTransport as SessionTransport,
  type McpHttpHandler,
  type Server,
} from "@modelcontextprotocol/server";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { freePort } from "./free-port.ts";

const LOOPBACK = ["127.0.0.1", "localhost"];

type Factory = (context: { era: "legacy" | "modern" }) => Server;

/**
 * An MCP server over HTTP on loopback, for suites that speak nothing else. As on stdio, one instance serves a client of
 * the 2025 handshake from its first message to its last; requests of the stateless era get an instance each.
 */
export class McpOverHttp implements AsyncDisposable {
  readonly url: string;
  readonly #factory: Factory;
  readonly #stateless: McpHttpHandler;
  readonly #sessions = new Map<string, SessionTransport>();
  readonly #http = createServer((incoming, outgoing) => {
    // A client may break its request off.
    this.#serve(incoming, outgoing).catch(() => outgoing.destroy());
  });

  private constructor(factory: Factory, port: number) {
    this.url = `http://127.0.0.1:${port}/mcp`;
    this.#factory = factory;
    this.#stateless = createMcpHandler(factory, { legacy: "reject" });
    this.#http.listen(port, "127.0.0.1");
  }

  static async start(factory: Factory): Promise<McpOverHttp> {
    const mounting = new McpOverHttp(factory, await freePort());
    await once(mounting.#http, "listening");
    return mounting;
  }

  async #serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const gone = new AbortController();
    outgoing.once("close", () => gone.abort());
    const response = await this.#answer(this.#requestOf(incoming, gone.signal));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.flushHeaders();
    if (response.body) await pipeline(Readable.fromWeb(response.body), outgoing);
    else outgoing.end();
  }

  #requestOf(incoming: IncomingMessage, signal: AbortSignal): Request {
    const { method = "GET", headersDistinct } = incoming;
    const headers = new Headers();
    for (const [name, values = []] of Object.entries(headersDistinct))
      for (const value of values) headers.append(name, value);
    const body = method === "POST" ? { body: Readable.toWeb(incoming), duplex: "half" as const } : {};
    return new Request(this.url, { method, headers, signal, ...body });
  }

  async #answer(request: Request): Promise<Response> {
    const refused =
      hostHeaderValidationResponse(request, LOOPBACK) ?? originValidationResponse(request, LOOPBACK);
    if (refused) return refused;
    const isLegacy = await isLegacyRequest(request);
    return isLegacy ? this.#answerInSession(request) : this.#stateless.fetch(request);
  }

  async #answerInSession(request: Request): Promise<Response> {
    const id = request.headers.get("mcp-session-id");
    if (id === null) return (await this.#newSession()).handleRequest(request);
    const session = this.#sessions.get(id);
    return session ? session.handleRequest(request) : new Response("No such session.", { status: 404 });
  }

  async #newSession(): Promise<SessionTransport> {
    const session = new SessionTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => void this.#sessions.set(id, session),
      onsessionclosed: (id) => void this.#sessions.delete(id),
    });
    await this.#factory({ era: "legacy" }).connect(session);
    return session;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#http, "close");
    this.#http.close();
    this.#http.closeAllConnections();
    await Promise.all([closed, this.#stateless.close(), ...this.#sessions.values().map((s) => s.close())]);
  }
}
