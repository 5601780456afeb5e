/** T13: what a web page can do in a real browser to a server on its visitor's machine, who is signed in with nothing. */
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { apiClient } from "../support/api-client.ts";
import { noBrowser } from "../support/renderer/opened-window.ts";
import { RunningServer } from "../support/running-server.ts";
import { TcpProxy } from "../support/tcp-proxy.ts";
import { verifies } from "../support/verifies.ts";

const SITE = "evil.example";

let server: RunningServer;
/** Serves the hostile pages. */
let attacker: Server;
/** Where the site's name leads: to the attacker, and once it is rebound to the server. */
let site: TcpProxy;
let browser: Browser;
beforeAll(async () => {
  const found = inject("browser");
  if ("missing" in found) return;
  server = await RunningServer.start({ env: { AGENTPASS_LOG_LEVEL: "debug" } });
  attacker = createServer((_request, response) => {
    response.setHeader("content-type", "text/html").end("<!doctype html><title>x</title><body>");
  }).listen(0, "127.0.0.1");
  await once(attacker, "listening");
  site = await TcpProxy.start();
  browser = await chromium.launch({
    executablePath: found.executable,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      "--disable-gpu",
      `--host-resolver-rules=MAP ${SITE} 127.0.0.1:${site.port}`,
      // Newer browsers ask their user before a page reaches this machine; older ones do not.
      "--disable-features=LocalNetworkAccessChecks",
    ],
  });
});
afterAll(async () => {
  await browser?.close();
  await site?.[Symbol.asyncDispose]();
  attacker?.close();
  await server?.[Symbol.asyncDispose]();
});
const attackerPort = (): number => (attacker.address() as AddressInfo).port;

/** What the page could do, by what it tried: whatever it could read, and whether a socket was opened. */
type Outcomes = Record<string, unknown>;

/** What a page has besides; the tests themselves are compiled without the DOM. */
interface PageGlobals {
  document: {
    body: { append(element: EventTarget): void };
    createElement(tag: string): EventTarget & { src: string };
  };
  navigator: { sendBeacon(url: string, body: string): boolean };
}

/** Runs in the page: everything that could reach the server at `base`. */
async function tryEverything({ base, key }: { base: string; key: string }): Promise<Outcomes> {
  const outcomes: Outcomes = {};
  const { document, navigator } = globalThis as unknown as PageGlobals;
  const attempt = async (name: string, how: () => Promise<unknown>): Promise<void> => {
    outcomes[name] = await how().catch(() => "failed");
  };
  const call = `${base}/trpc/key.create`;
  const input = JSON.stringify({ kind: "admin", name: "mine" });
  const read = async (answer: Promise<Response>): Promise<unknown> => {
    const response = await answer;
    return response.type === "opaque" ? "opaque" : response.status;
  };
  await attempt("read the page", () => read(fetch(`${base}/`)));
  await attempt("read a query", () => read(fetch(`${base}/trpc/server.hello`)));
  await attempt("read without asking", () => read(fetch(`${base}/`, { mode: "no-cors" })));
  const headers = { "content-type": "application/json", authorization: `Bearer ${key}` };
  await attempt("call with a key", () => read(fetch(call, { method: "POST", headers, body: input })));
  await attempt("call as a form does", () =>
    read(
      fetch(call, {
        method: "POST",
        mode: "no-cors",
        headers: { "content-type": "text/plain" },
        body: input,
      }),
    ),
  );
  await attempt("beacon", async () => navigator.sendBeacon(call, input) && "sent");
  await attempt("image", () => loaded("img", `${base}/healthz`));
  await attempt("script", () => loaded("script", `${base}/`));
  await attempt("event stream", () => opened(new EventSource(`${base}/trpc/feed.live`)));
  const socket = `${base.replace("http", "ws")}/trpc?connectionParams=1`;
  await attempt("socket", () => opened(new WebSocket(socket)));
  return outcomes;

  function loaded(tag: string, src: string): Promise<string> {
    return new Promise((resolve) => {
      const element = document.createElement(tag);
      element.addEventListener("load", () => resolve("loaded"));
      element.addEventListener("error", () => resolve("failed"));
      element.src = src;
      document.body.append(element);
    });
  }
  function opened(source: EventTarget & { close(): void }): Promise<string> {
    return new Promise((resolve) => {
      const end = (how: string) => () => {
        source.close();
        resolve(how);
      };
      source.addEventListener("open", end("opened"));
      source.addEventListener("error", end("failed"));
    });
  }
}

/** A page of this origin, and the statuses with which the server answered from then on: a page is told few of them. */
async function pageOf(origin: string): Promise<{ page: Page; statuses: () => number[] } & AsyncDisposable> {
  const page = await browser.newPage();
  site.target = { host: "127.0.0.1", port: attackerPort() };
  await page.goto(origin);
  site.target = { host: "127.0.0.1", port: server.port };
  site.cut();
  server.output = "";
  return {
    page,
    statuses: () =>
      [...server.output.matchAll(/"status":(\d+).*"msg":"request"/g)].map(([, status]) => Number(status)),
    [Symbol.asyncDispose]: () => page.close(),
  };
}

const keyCount = async (): Promise<number> =>
  (await apiClient(server.url, server.ownerKey).key.list.query({})).length;

test.skipIf(noBrowser)(
  verifies(
    "T13",
    "a page whose name was rebound to this machine is refused everything, though to the browser it is the server's own",
  ),
  async () => {
    const base = `http://${SITE}:${server.port}`;
    const before = await keyCount();
    await using attack = await pageOf(base);
    const outcomes = await attack.page.evaluate(tryEverything, { base, key: server.ownerKey });
    expect(outcomes).toEqual({
      "read the page": 403,
      "read a query": 403,
      "read without asking": 403,
      "call with a key": 403,
      "call as a form does": 403,
      beacon: "sent",
      image: "failed",
      script: "failed",
      "event stream": "failed",
      socket: "failed",
    });
    expect(new Set(attack.statuses())).toEqual(new Set([403]));
    expect(attack.statuses().length, "the server was reached").toBeGreaterThan(5);
    expect(await keyCount()).toBe(before);
  },
);

test.skipIf(noBrowser).each([
  ["of another site", () => `http://${SITE}:81`],
  ["of another server on this machine", () => `http://127.0.0.1:${attackerPort()}`],
])(
  verifies("T13", "a page %s reads nothing, opens no socket and changes nothing"),
  async (_which, origin) => {
    const before = await keyCount();
    await using attack = await pageOf(origin());
    const given = { base: server.url, key: server.ownerKey };
    const outcomes = await attack.page.evaluate(tryEverything, given);
    const readable = Object.entries(outcomes).filter(
      ([, got]) => !["failed", "opaque", "sent"].includes(String(got)),
    );
    expect(readable).toEqual([]);
    // A browser asks first whether it may send a key there.
    expect(attack.statuses().filter((status) => status !== 403)).toEqual([]);
    expect(attack.statuses().length, "the server was reached").toBeGreaterThan(5);
    expect(await keyCount()).toBe(before);
  },
);

test.skipIf(noBrowser)(
  "the same tries succeed from the server's own page: what is refused is the page",
  async () => {
    await using own = await pageOf(`http://127.0.0.1:${attackerPort()}`);
    await own.page.route(`${server.url}/own`, (route) =>
      route.fulfill({ contentType: "text/html", body: "<!doctype html><title>x</title><body>" }),
    );
    await own.page.goto(`${server.url}/own`);
    const before = await keyCount();
    const outcomes = await own.page.evaluate(tryEverything, { base: server.url, key: server.ownerKey });
    expect(outcomes).toMatchObject({ "read the page": 200, "call with a key": 200, socket: "opened" });
    expect(await keyCount()).toBe(before + 1);
  },
);
