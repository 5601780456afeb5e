import { once } from "node:events";
import { verifies } from "../../../test/support/verifies.ts";
import { request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import { gatewayKinds, type GatewayKind } from "@agentpass/shared/gateway-api";
import { Secret } from "@agentpass/shared/secret";
import { describe, expect, it } from "vitest";
import type { GatewayNumber } from "../domain/gateway-number.ts";
import type { InboundSms, StoreOutcome } from "../domain/inbound-sms.ts";
import type { SignedDelivery } from "../gateways/adapter.ts";
import { androidFixture } from "../gateways/android-sms-gateway.test-support.ts";
import type { GatewayFixture } from "../gateways/gateway-fixture.test-support.ts";
import { httpSmsFixture } from "../gateways/httpsms.test-support.ts";
import { textBeeFixture } from "../gateways/textbee.test-support.ts";
import { silentLogger } from "../ops/logger.ts";
import type { KnownGateway } from "../store/gateways.ts";
import { createCallerAddress } from "../transport/caller-address.ts";
import { createHttpApp } from "../transport/http-server.ts";
import { createHttpServer } from "../transport/listen.ts";
import { createRequestGuard } from "../transport/upgrade-guard.ts";
import { createGatewayRoute, type GatewayRouteOptions } from "./gateway-route.ts";
import { createNotificationsRoute } from "./notifications-route.ts";

const fixtures: Record<GatewayKind, GatewayFixture> = {
  "android-sms-gateway": androidFixture,
  httpsms: httpSmsFixture,
  textbee: textBeeFixture,
};
const SECRET = "the-secret-of-a-gateway";
const NUMBER = "+4915112345678";
const NOW = Date.parse("2026-11-22T12:00:00Z");

/** A server with one gateway of each kind, called as its kind is, each with the same number. */
async function startServer(
  options: Partial<GatewayRouteOptions> & {
    apiUrl?: string;
    numbers?: GatewayNumber[];
    outcome?: StoreOutcome;
  } = {},
) {
  const stored: InboundSms[] = [];
  const { apiUrl = null } = options;
  let port = 0;
  const local = (): string => `http://127.0.0.1:${port}`;
  const baseUrl = (): string => apiUrl ?? local();
  const callerAddress = createCallerAddress([]);
  const route = createGatewayRoute({
    callerAddress,
    observe: () => {},
    gatewayNamed: async (name): Promise<KnownGateway | null> => {
      const kind = gatewayKinds.find((one) => one === name);
      return kind === undefined
        ? null
        : { teamId: "t", id: `id of ${name}`, name, kind, secrets: [new Secret(SECRET)] };
    },
    numbersOf: async () => options.numbers ?? [{ phoneNumber: NUMBER, sim: null }],
    storeInbound: async (sms) => {
      stored.push(sms);
      return options.outcome ?? "stored";
    },
    baseUrl,
    webhookSecret: null,
    log: silentLogger,
    now: () => NOW,
    ...options,
  });
  const app = createHttpApp({
    log: silentLogger,
    apiUrl,
    guard: createRequestGuard({ apiUrl, host: "127.0.0.1", port: () => port }),
    readiness: () => Promise.resolve({ ready: true, reasons: [] }),
    publicUrl: baseUrl,
    homePage: () => ({ mode: "gateway", notes: [], steps: [] }),
    unguardedRoutes: [route],
    notificationsRoute: createNotificationsRoute({
      callerAddress,
      readMessages: () => Promise.resolve([]),
      localUrl: local,
      keyFile: "/x",
    }),
  });
  const server = createHttpServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as AddressInfo).port;
  return {
    stored,
    port,
    url: (name: string) => `${baseUrl()}/webhook/gateway/${name}`,
    post: (name: string, { headers, body }: SignedDelivery, query = "") =>
      fetch(`${local()}/webhook/gateway/${name}${query}`, { method: "POST", headers, body }),
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

type TestServer = Awaited<ReturnType<typeof startServer>>;

const sms = {
  id: "message-1",
  from: "+12025550123",
  to: NUMBER,
  body: "Your code is 482913",
  at: NOW - 2000,
};

const delivery = (
  server: TestServer,
  kind: GatewayKind,
  { secret = SECRET, ...change }: Partial<typeof sms> & { secret?: string } = {},
): SignedDelivery =>
  fixtures[kind].sign(fixtures[kind].payload({ ...sms, ...change }), {
    secret,
    url: server.url(kind),
    at: NOW,
  });

describe.each(gatewayKinds)("the webhook of %s", (kind) => {
  it(verifies("gateways", "stores a signed delivery and answers after that"), async () => {
    await using server = await startServer();
    const response = await server.post(kind, delivery(server, kind));
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.json()).toEqual({ status: "accepted" });
    expect(server.stored).toEqual([
      {
        provider: kind,
        account: `id of ${kind}`,
        providerMessageId: "message-1",
        to: NUMBER,
        from: "+12025550123",
        body: "Your code is 482913",
        media: [],
        providerAt: NOW - 2000,
        receivedAt: NOW,
      },
    ]);
  });

  it("answers a repeat like the first delivery", async () => {
    await using server = await startServer({ outcome: "repeat" });
    const response = await server.post(kind, delivery(server, kind));
    expect([response.status, await response.json()]).toEqual([200, { status: "accepted" }]);
  });

  it("answers another event 200 and stores nothing, so that it is not sent again", async () => {
    await using server = await startServer();
    const by = { secret: SECRET, url: server.url(kind), at: NOW };
    const response = await server.post(kind, fixtures[kind].sign(fixtures[kind].otherEvent, by));
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: "ignored", reason: expect.any(String) });
    expect(server.stored).toEqual([]);
  });

  it("answers an unknown gateway as it answers a wrong secret", async () => {
    await using server = await startServer();
    const wrong = await server.post(kind, delivery(server, kind, { secret: "the-secret-of-another-one" }));
    const unknown = await server.post("nobody", delivery(server, kind));
    const odd = await server.post("NOBODY_%C3%BC", delivery(server, kind));
    expect([wrong.status, unknown.status, odd.status]).toEqual([403, 403, 403]);
    const answer = await wrong.text();
    expect(answer).toContain("no gateway of this name");
    expect(await unknown.text()).toBe(answer);
    expect(await odd.text()).toBe(answer);
    expect(server.stored).toEqual([]);
  });

  it("refuses a message whose time cannot be, and takes none for later than its arrival", async () => {
    await using server = await startServer();
    const at = async (phoneAt: number): Promise<number> =>
      (await server.post(kind, delivery(server, kind, { at: phoneAt }))).status;
    expect(await at(NOW + 6 * 60_000)).toBe(400);
    expect(await at(NOW - 32 * 86_400_000)).toBe(400);
    expect(server.stored).toEqual([]);
    expect(await at(NOW + 60_000)).toBe(200);
    expect(await at(NOW - 86_400_000)).toBe(200);
    expect(server.stored.map(({ providerAt }) => providerAt - NOW)).toEqual([0, -86_400_000]);
  });

  it("answers 403 where the number is not the gateway's, before and under the team's lock", async () => {
    await using none = await startServer({ numbers: [] });
    expect((await none.post(kind, delivery(none, kind))).status).toBe(403);
    expect(none.stored).toEqual([]);
    await using gone = await startServer({ outcome: "unknown_number" });
    expect((await gone.post(kind, delivery(gone, kind))).status).toBe(403);
  });

  it("answers 503 where the store fails or is silent, never 2xx", async () => {
    await using failing = await startServer({ storeInbound: () => Promise.reject(new Error("away")) });
    expect((await failing.post(kind, delivery(failing, kind))).status).toBe(503);
    await using silent = await startServer({ storeInbound: () => new Promise(() => {}), storeTimeoutMs: 20 });
    expect((await silent.post(kind, delivery(silent, kind))).status).toBe(503);
    await using blind = await startServer({ gatewayNamed: () => new Promise(() => {}), storeTimeoutMs: 20 });
    expect((await blind.post(kind, delivery(blind, kind))).status).toBe(503);
  });

  it("wants WEBHOOK_SECRET where it is set, as header or in the query", async () => {
    const webhookSecret = new Secret("hunter2");
    await using server = await startServer({ webhookSecret });
    const signed = delivery(server, kind);
    const withHeader = (value: string): SignedDelivery => ({
      ...signed,
      headers: { ...signed.headers, "x-webhook-secret": value },
    });
    expect((await server.post(kind, signed)).status).toBe(401);
    expect((await server.post(kind, withHeader("hunter3"))).status).toBe(403);
    expect(server.stored).toEqual([]);
    expect((await server.post(kind, withHeader("hunter2"))).status).toBe(200);
    expect((await server.post(kind, signed, "?secret=hunter2")).status).toBe(200);
  });
});

describe("the webhook of a gateway", () => {
  it("limits bad signatures of an address, and never a good one", async () => {
    await using server = await startServer();
    const bad = delivery(server, "textbee", { secret: "the-secret-of-another-one" });
    const statuses = new Map<number, number>();
    for (let count = 0; count < 25; count++) {
      const { status } = await server.post("textbee", bad);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    expect([...statuses]).toEqual([
      [403, 20],
      [429, 5],
    ]);
    expect((await server.post("textbee", delivery(server, "textbee"))).status).toBe(200);
  });

  it("looks one gateway up at once for an address with many wrong signatures, and asks the others to come again", async () => {
    let looks = 0;
    let gate = Promise.resolve();
    await using server = await startServer({
      gatewayNamed: async () => {
        looks += 1;
        await gate;
        return null;
      },
    });
    const bad = delivery(server, "textbee");
    const statuses: number[] = [];
    const post = async (): Promise<void> => void statuses.push((await server.post("textbee", bad)).status);
    for (let wrong = 0; wrong < 20; wrong += 1) await post();
    const opened = Promise.withResolvers<void>();
    gate = opened.promise;
    statuses.length = 0;
    // While one is looked up, 20 wait for their turn.
    const flood = Array.from({ length: 60 }, post);
    await expect.poll(() => statuses, { timeout: 10_000 }).toEqual(Array.from({ length: 39 }, () => 503));
    expect(looks).toBe(21);
    opened.resolve();
    await Promise.all(flood);
    expect(looks).toBe(41);
    expect(statuses.slice(39).every((status) => status === 403 || status === 429)).toBe(true);
  });

  it("takes JSON in UTF-8 only, of at most 64 KiB, by POST", async () => {
    await using server = await startServer();
    const signed = delivery(server, "textbee");
    const typed = async (type: string, more: Record<string, string> = {}): Promise<number> =>
      (
        await server.post("textbee", {
          ...signed,
          headers: { ...signed.headers, "content-type": type, ...more },
        })
      ).status;
    expect(await typed("text/plain")).toBe(415);
    expect(await typed("application/x-www-form-urlencoded")).toBe(415);
    expect(await typed("application/json; charset=latin1")).toBe(415);
    expect(await typed("application/json", { "content-encoding": "gzip" })).toBe(415);
    expect(await typed("application/json; charset=UTF-8")).toBe(200);
    const long = delivery(server, "textbee", { body: "x".repeat(70_000) });
    expect((await server.post("textbee", long)).status).toBe(413);
    const get = await fetch(`http://127.0.0.1:${server.port}/webhook/gateway/textbee`);
    expect([get.status, get.headers.get("allow")]).toEqual([405, "POST"]);
    expect(server.stored).toHaveLength(1);
  });

  it("is reached under whatever host a proxy names, from whatever origin, with and without the path prefix", async () => {
    await using server = await startServer({ apiUrl: "https://sms.example.com/agentpass" });
    const signed = delivery(server, "httpsms");
    for (const path of ["/webhook/gateway/httpsms", "/agentpass/webhook/gateway/httpsms"]) {
      const headers = { ...signed.headers, host: "tunnel.example", origin: "https://elsewhere.example" };
      const options = { port: server.port, host: "127.0.0.1", path, method: "POST", headers };
      const call = httpRequest(options).end(signed.body);
      const [response] = (await once(call, "response")) as [{ statusCode: number; resume: () => void }];
      response.resume();
      expect(response.statusCode, path).toBe(200);
    }
  });

  it("gives a message to the number of its slot, and ignores the phone's other SIM cards", async () => {
    const numbers = [
      { phoneNumber: NUMBER, sim: 1 },
      { phoneNumber: "+4915112345679", sim: 3 },
    ];
    await using server = await startServer({ numbers });
    const inSlot = async (simNumber: number | null, recipient: string | null = null) => {
      const text = JSON.stringify(androidFixture.payload(sms));
      const { payload, ...event } = JSON.parse(text) as { payload: object };
      const changed = { ...event, payload: { ...payload, simNumber, recipient } };
      const by = { secret: SECRET, url: server.url("android-sms-gateway"), at: NOW };
      const response = await server.post("android-sms-gateway", androidFixture.sign(changed, by));
      const answer = (await response.json()) as { status?: string };
      return [response.status, answer.status];
    };
    expect(await inSlot(3)).toEqual([200, "accepted"]);
    expect(await inSlot(1, NUMBER)).toEqual([200, "accepted"]);
    expect(await inSlot(2)).toEqual([200, "ignored"]);
    expect(await inSlot(null)).toEqual([403, undefined]);
    expect(await inSlot(1, "+4915112345679")).toEqual([403, undefined]);
    expect(server.stored.map(({ to }) => to)).toEqual(["+4915112345679", NUMBER]);
  });
});
