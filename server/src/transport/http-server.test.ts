import { once } from "node:events";
import { verifies } from "../../../test/support/verifies.ts";
import { request as httpRequest } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { Router } from "express";
import { describe, expect, test } from "vitest";
import { silentLogger } from "../ops/logger.ts";
import { createHttpApp, type HttpAppOptions } from "./http-server.ts";
import { createHttpServer, listen } from "./listen.ts";
import { createRequestGuard } from "./upgrade-guard.ts";

async function startApp(options: Partial<HttpAppOptions> = {}) {
  let port = 0;
  const apiUrl = options.apiUrl ?? null;
  const app = createHttpApp({
    log: silentLogger,
    apiUrl,
    guard: createRequestGuard({ apiUrl, host: "0.0.0.0", port: () => port }),
    readiness: () => Promise.resolve({ ready: true, reasons: [] }),
    publicUrl: () => "http://127.0.0.1",
    homePage: () => ({
      mode: "mock",
      notes: ["<script>alert(1)</script>"],
      steps: [{ text: "Try", command: "a && b" }],
    }),
    unguardedRoutes: [],
    notificationsRoute: Router(),
    ...options,
  });
  const server = createHttpServer(app);
  const listening = await listen(server, { host: "127.0.0.1", port: 0 });
  if (!listening.ok) throw new Error(listening.message);
  port = listening.port;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    /** fetch would not send a Host of our choice. */
    async status(path: string, headers: Record<string, string>): Promise<number | undefined> {
      const sent = httpRequest({ host: "127.0.0.1", port, path, headers }).end();
      const [response] = (await once(sent, "response")) as [{ statusCode?: number; resume(): void }];
      response.resume();
      return response.statusCode;
    },
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

describe("health", () => {
  test(verifies("readiness", "the process lives, and says whether it is ready"), async () => {
    const reasons = ["The database does not answer."];
    await using app = await startApp({ readiness: () => Promise.resolve({ ready: false, reasons }) });
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
    const response = await fetch(`${app.url}/readyz`);
    expect([response.status, await response.json()]).toEqual([503, { ready: false, reasons }]);
  });

  test("a readiness check that fails is not ready", async () => {
    await using app = await startApp({
      readiness: () => Promise.reject(new Error("postgres://user:password@db")),
    });
    const response = await fetch(`${app.url}/readyz`);
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain("password");
  });
});

describe("the page at /", () => {
  test(verifies("home-page", "shows mode and next steps, runs nothing and loads nothing"), async () => {
    await using app = await startApp();
    const response = await fetch(`${app.url}/`);
    const html = await response.text();
    expect(response.headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-/,
    );
    expect(response.headers.get("x-frame-options")).toBe("DENY");
    expect(response.headers.get("x-powered-by")).toBeNull();
    expect(html).toContain("Mock mode");
    expect(html).toContain("a &amp;&amp; b");
    expect(html).not.toContain("<script");
  });
});

describe("web pages of others", () => {
  test.each([
    ["the local address", 200, {}],
    ["localhost", 200, { host: "localhost:PORT" }],
    ["IPv6 loopback", 200, { host: "[::1]:PORT" }],
    ["the API URL's host", 200, { host: "sms.example.com" }],
    ["the API URL's host with its port", 200, { host: "SMS.example.com:443" }],
    ["the API URL's page", 200, { origin: "https://sms.example.com" }],
    ["a rebound name", 403, { host: "evil.example:PORT" }],
    ["another port", 403, { host: "localhost:1" }],
    ["no port", 403, { host: "localhost" }],
    ["a foreign page", 403, { origin: "https://evil.example" }],
    ["a sandboxed page", 403, { origin: "null" }],
    ["a page with our name in its", 403, { origin: "https://sms.example.com.evil.example" }],
    ["a browser extension", 403, { origin: "chrome-extension://sms.example.com" }],
    ["an image on a foreign page", 403, { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors" }],
    [
      "a link that a person follows",
      200,
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" },
    ],
    [
      "a frame on a foreign page",
      403,
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe" },
    ],
  ])("%s is answered %i", async (_who, status, headers) => {
    await using app = await startApp({ apiUrl: "https://sms.example.com" });
    const sent = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, value.replace("PORT", String(app.port))]),
    );
    for (const path of ["/", "/healthz", "/readyz"])
      expect([path, await app.status(path, sent)]).toEqual([path, status]);
  });
});

describe("routes", () => {
  test("answer with and without the path prefix of the API URL", async () => {
    const handler = Router().get("/ping", (_request, response) => void response.send("pong"));
    await using app = await startApp({
      apiUrl: "https://x.example/team/",
      mounts: [{ path: "/trpc", handler }],
    });
    for (const path of ["/trpc/ping", "/team/trpc/ping"])
      expect(await (await fetch(app.url + path)).text()).toBe("pong");
    expect((await fetch(`${app.url}/team/team/trpc/ping`)).status).toBe(404);
  });

  test("of the webhook are open to any host, even under a prefix that looks like them", async () => {
    const smsRoute = Router().get(
      "/webhook/sms-received",
      (_request, response) => void response.send("open"),
    );
    await using app = await startApp({ apiUrl: "https://x.example/webhook", unguardedRoutes: [smsRoute] });
    for (const path of ["/webhook/sms-received", "/webhook/webhook/sms-received"])
      expect([path, await app.status(path, { host: "evil.example" })]).toEqual([path, 200]);
    expect(await app.status("/webhook/healthz", { host: "evil.example" })).toBe(403);
    expect(await app.status("/webhook/healthz", {})).toBe(200);
  });

  test("that fail tell the client nothing of the inside", async () => {
    const secret = "password-1234";
    const handler = Router()
      .get("/thrown", () => {
        throw new Error(secret);
      })
      .get("/rejected", () => Promise.reject(new Error(secret)));
    await using app = await startApp({ mounts: [{ path: "/trpc", handler }] });
    for (const path of ["/trpc/thrown", "/trpc/rejected"]) {
      const response = await fetch(app.url + path);
      const text = await response.text();
      expect(response.status).toBe(500);
      expect(JSON.parse(text)).toEqual({
        problem: { code: "unavailable", message: "The server failed; its log says why." },
      });
    }
    expect((await fetch(`${app.url}/nothing`)).status).toBe(404);
  });
});

describe("the socket", () => {
  test("refuses headers of more than 16 KiB", async () => {
    await using app = await startApp();
    const socket = connect(app.port, "127.0.0.1");
    let answer = "";
    socket.on("data", (data: Buffer) => (answer += data.toString()));
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    socket.on("error", () => {}).once("close", () => resolve());
    socket.write(`GET / HTTP/1.1\r\nHost: x\r\nX: ${"a".repeat(20_000)}\r\n\r\n`);
    await closed;
    expect(answer).toMatch(/^HTTP\/1.1 431/);
  });

  test("a port in use is named, with the mend", async () => {
    await using app = await startApp();
    const second = await listen(
      createHttpServer(() => {}),
      { host: "127.0.0.1", port: app.port },
    );
    expect(second).toEqual({ ok: false, message: expect.stringMatching(`Port ${app.port} .*set PORT`) });
    const elsewhere = await listen(
      createHttpServer(() => {}),
      { host: "192.0.2.1", port: 0 },
    );
    expect(elsewhere).toEqual({ ok: false, message: expect.stringContaining("set HOST") });
  });

  test("tells the port it was given", async () => {
    const server = createHttpServer(() => {});
    const result = await listen(server, { host: "127.0.0.1", port: 0 });
    expect(result).toEqual({ ok: true, port: (server.address() as AddressInfo).port });
    server.close();
  });
});
