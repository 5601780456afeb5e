/** What the nginx configuration that we ship does with requests, before nodes that only note what they are asked. */
import { once } from "node:events";
import { request, type IncomingMessage, type RequestOptions } from "node:http";
import { createServer } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freePort } from "../support/free-port.ts";
import { Nginx } from "../support/nginx.ts";
import { recordingServer, type RecordingServer } from "../support/recording-server.ts";
import { verifies } from "../support/verifies.ts";

const SMS = "/agents/webhook/sms-received";
const MUTATION = "/agents/trpc/key.create";

let one: RecordingServer;
let other: RecordingServer;
beforeEach(async () => {
  one = await recordingServer();
  other = await recordingServer();
});
afterEach(async () => {
  await one[Symbol.asyncDispose]();
  await other[Symbol.asyncDispose]();
});

const portOf = ({ url }: RecordingServer): number => Number(new URL(url).port);
const both = (): Promise<Nginx> => Nginx.before([portOf(one), portOf(other)]);

/** Sends it as it is, where fetch would tidy the path up. Gives the status. */
async function send(
  nginx: Nginx,
  path: string,
  { body = "", ...options }: RequestOptions & { body?: string } = {},
) {
  const sent = request({ host: "127.0.0.1", port: nginx.port, path, agent: false, ...options });
  sent.end(body);
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  response.resume();
  await once(response, "end");
  return response.statusCode;
}

const post = (nginx: Nginx, path: string, body = "a=b"): Promise<number | undefined> =>
  send(nginx, path, { method: "POST", body });

/** A node that takes a whole request and then ends the connection without a word. */
async function breakingNode(): Promise<{ port: number; taken: () => number } & AsyncDisposable> {
  let taken = 0;
  const server = createServer((socket) => {
    socket
      .on("error", () => {})
      .once("data", () => {
        taken += 1;
        socket.destroy();
      });
  });
  const port = await freePort();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    port,
    taken: () => taken,
    async [Symbol.asyncDispose]() {
      server.close();
      await once(server, "close");
    },
  };
}

test(
  verifies(
    "proxy",
    "path, query and body reach a node as they were sent, with an honest account of the caller",
  ),
  async () => {
    await using nginx = await both();
    const path = "/agents//webhook/%73ms-received?a=%2B1&b=x+y&&c=%e2%82%ac";
    const body = "B".repeat(100_000);
    const claims = {
      "x-forwarded-for": "10.9.8.7",
      "x-forwarded-host": "evil.example",
      forwarded: "for=10.9.8.7",
    };
    const headers = { host: "sms.example.com", "x-long": "L".repeat(12_000), ...claims };
    expect(await send(nginx, path, { method: "POST", body, headers })).toBe(200);
    const [got] = [...one.requests, ...other.requests];
    expect(got).toMatchObject({
      path,
      body,
      headers: {
        host: "sms.example.com",
        "x-long": headers["x-long"],
        "x-forwarded-for": "127.0.0.1",
        "x-forwarded-host": "sms.example.com",
        "x-forwarded-proto": "http",
      },
    });
    expect(got?.headers).not.toHaveProperty("forwarded");
  },
);

test("with one node gone every request is answered by the other, whatever it is", async () => {
  await using nginx = await Nginx.before([await freePort(), portOf(other)]);
  for (const path of [SMS, MUTATION])
    for (let round = 0; round < 10; round += 1) expect(await post(nginx, path)).toBe(200);
  expect(other.requests).toHaveLength(20);
});

test("a node is asked again in the moment in which it is back", async () => {
  const back = await freePort();
  await using nginx = await Nginx.before([back, portOf(other)]);
  for (let round = 0; round < 4; round += 1) expect(await post(nginx, SMS)).toBe(200);
  await other[Symbol.asyncDispose]();
  expect(await post(nginx, SMS)).toBe(502);
  other = await recordingServer(back);
  expect(await post(nginx, SMS)).toBe(200);
});

test(
  verifies("proxy", "a change over the API that a node has taken is never sent to the other too"),
  async () => {
    await using breaking = await breakingNode();
    await using nginx = await Nginx.before([breaking.port, portOf(other)]);
    const statuses = [await post(nginx, MUTATION), await post(nginx, MUTATION)];
    expect(new Set(statuses)).toEqual(new Set([200, 502]));
    expect(breaking.taken() + other.requests.length, "each was sent once").toBe(2);
    // What only reads may be asked again.
    const reads = [await send(nginx, "/agents/trpc/key.list"), await send(nginx, "/agents/trpc/key.list")];
    expect(reads).toEqual([200, 200]);
  },
);

test("a message goes to the other node where one breaks off, cannot store, or hangs", async () => {
  await using breaking = await breakingNode();
  await using nginx = await Nginx.before([breaking.port, portOf(other)]);
  for (const path of [SMS, "/agents/webhook/gateway/my-phone"])
    for (let round = 0; round < 2; round += 1) expect(await post(nginx, path)).toBe(200);
  expect(breaking.taken()).toBeGreaterThan(0);
  await using pair = await both();
  for (const status of [503, null]) {
    one.status = status;
    expect([await post(pair, SMS), await post(pair, SMS)], `while a node answers ${status}`).toEqual([
      200, 200,
    ]);
  }
});

test(
  verifies(
    ["proxy", "T10"],
    "neither the log nor a failure's line holds a query, a phone number or an invitation",
  ),
  async () => {
    await using nginx = await Nginx.before([await freePort(), await freePort()]);
    const paths = [
      `${SMS}?secret=hunter2`,
      "/webhook/sms-notifications/+14155550100",
      "/pair/hunter2",
      "/readyz",
    ];
    for (const path of paths) expect(await send(nginx, path)).toBe(502);
    await using fine = await both();
    for (const path of paths) expect(await send(fine, path)).toBe(200);
    expect(await send(fine, `${SMS}?secret=hunter2`, { method: "POST", body: "B".repeat(200_000) })).toBe(
      413,
    );
    for (const { output } of [nginx, fine]) {
      for (const route of [" sms ", " notifications ", " other ", " readyz "])
        expect(output).toContain(route);
      expect(output).not.toMatch(/hunter2|4155550100|secret=|pair/);
    }
  },
);
