import { connect } from "node:net";
import { randomBytes } from "node:crypto";
import { getCountries, getExampleNumber } from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { apiClient } from "../support/api-client.ts";
import { RunningServer } from "../support/running-server.ts";

const TO = "+15551234567";
const newSid = () => `SM${randomBytes(16).toString("hex")}`;

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server[Symbol.asyncDispose]());
afterEach(async () => {
  const { status } = await fetch(`${server.url}/readyz`);
  if (!server.runs || status !== 200) throw new Error(`the server ended: ${server.output.slice(-2_000)}`);
});

interface Stored {
  id: string;
  from: string;
  body?: string | undefined;
}

/** Everything that an admin sees, by the provider's id. */
async function stored(): Promise<Map<string, Stored>> {
  const admin = apiClient(server.url, server.ownerKey);
  const all = new Map<string, Stored>();
  for (let before: string | undefined; ;) {
    const page = await admin.message.list.query({ limit: 50, ...(before ? { before } : {}) });
    for (const message of page.messages) all.set(message.id, message);
    if (page.nextBefore === undefined) return all;
    before = page.nextBefore;
  }
}

async function receive(changes: Record<string, string>): Promise<{ id: string; status: number }> {
  const id = newSid();
  const sms = { MessageSid: id, To: TO, From: "+12025550123", Body: "Your code is 482913", ...changes };
  return { id, status: await server.post(server.signed(sms)) };
}

test("numbers of every country as senders are taken, stored and shown as they came", async () => {
  const senders = getCountries().flatMap((country) => {
    const number = getExampleNumber(country, examples)?.number;
    return number === undefined ? [] : [number];
  });
  expect(senders.length).toBeGreaterThan(200);
  const sent = await Promise.all(senders.map(async (from) => ({ from, ...(await receive({ From: from })) })));
  expect(sent.filter(({ status }) => status !== 200)).toEqual([]);
  const found = await stored();
  expect(sent.map(({ id }) => found.get(id)?.from)).toEqual(senders);
});

test.each([
  ["a short code", { From: "22395" }],
  ["an alphanumeric sender", { From: "G-Pay & Co" }],
  ["a sender in another script", { From: "बैंक" }],
  ["no sender", { From: "" }],
  ["no text", { Body: "" }],
  ["emoji", { Body: "🔐 482913 👩‍👩‍👧‍👦 e\u0301 \u{1F1E9}\u{1F1EA}" }],
  ["right-to-left text with its marks", { Body: "\u202bקוד האימות: 482913\u202c رمز ٤٨٢٩١٣\u200f" }],
  ["nothing but marks and spaces", { Body: "\u200f\u202e\u00ad \u0000\ufeff" }],
  ["a text that looks like JSON and SQL", { Body: `"}]'; drop table messages; -- \\u0000 $1 %s` }],
  ["10,000 characters", { Body: "ß 482913 ".repeat(1_111) }],
  ["10,000 digits", { Body: "1234567890".repeat(1_000) }],
  ["a service name made of markup", { Body: "<script>alert(1)</script>: 482913 is your {{code}}" }],
] satisfies [string, Record<string, string>][])("%s is acknowledged and stored", async (_what, changes) => {
  const { id, status } = await receive(changes);
  expect(status).toBe(200);
  expect((await stored()).has(id)).toBe(true);
});

test.each([
  ["an unknown To", { To: "+12125550000" }],
  ["an account that is not ours", { AccountSid: `AC${"f".repeat(32)}` }],
  ["a message id of another form", { MessageSid: "SM1" }],
  ["the same account in capitals", { AccountSid: `AC${"F".repeat(32)}` }],
  ["a To with text behind it", { To: `${TO}x` }],
])("%s is refused, and nothing is stored", async (_what, changes) => {
  const before = (await stored()).size;
  expect((await receive(changes)).status).toBe(403);
  expect((await stored()).size).toBe(before);
});

test("a parameter that comes twice is refused", async () => {
  const { fields, headers } = server.signed({ MessageSid: newSid(), To: TO, From: "+1", Body: "1" });
  const body = new URLSearchParams([...Object.entries(fields), ["Body", "2"]]);
  const url = `${server.url}/webhook/sms-received`;
  expect((await fetch(url, { method: "POST", headers, body })).status).toBe(403);
});

test.each([
  ["application/json", "{}"],
  ["multipart/form-data; boundary=x", "--x--"],
  ["text/xml", "<a/>"],
  ["", ""],
  ["application/x-www-form-urlencoded", ""],
  ["application/x-www-form-urlencoded", "%"],
  ["application/x-www-form-urlencoded; charset=utf-16", "Body=1"],
])("a body of the type %j is answered 4xx on every route", async (type, body) => {
  const headers = { "content-type": type };
  for (const path of [
    "/webhook/sms-received",
    "/trpc/agent.getNumber",
    "/trpc/key.create",
    "/nowhere",
    "/",
  ]) {
    const { status } = await fetch(`${server.url}${path}`, { method: "POST", headers, body });
    expect([path, status >= 400 && status < 500, status]).toEqual([path, true, status]);
  }
});

test.each([
  ["/webhook/sms-received", "application/x-www-form-urlencoded"],
  ["/trpc/key.create", "application/json"],
])("a body of 10 MB at %s is answered 413, or cut off", async (path, type) => {
  const headers = [`Content-Type: ${type}`, `Authorization: Bearer ${server.ownerKey}`];
  // The answer can be lost with the connection, whose sender is still writing.
  expect([413, null]).toContain(await upload(path, headers));
});

/** Sends 10 MB until the server has had enough of it. Gives the status; null where the connection broke first. */
async function upload(path: string, headers: string[]): Promise<number | null> {
  const socket = connect(server.port, "127.0.0.1");
  const closed = Promise.withResolvers<void>();
  let answer = "";
  socket.on("data", (data: Buffer) => {
    answer += data.toString();
    socket.destroy();
  });
  socket.on("error", () => {}).once("close", () => closed.resolve());
  const host = `Host: 127.0.0.1:${server.port}`;
  socket.write([`POST ${path} HTTP/1.1`, host, ...headers, "Content-Length: 10485760", "", ""].join("\r\n"));
  socket.write("a".repeat(10 * 1024 * 1024));
  await closed.promise;
  const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(answer) ?? [];
  return status === undefined ? null : Number(status);
}

test.each([
  ["a query with broken percent-encoding", "GET /webhook/sms-received?Body=%zz HTTP/1.1\r\nHost: x\r\n\r\n"],
  ["a path that is no UTF-8", "GET /%ff%fe HTTP/1.1\r\nHost: x\r\n\r\n"],
  ["a negative length", "POST /webhook/sms-received HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n"],
  [
    "a broken chunk",
    "POST /webhook/sms-received HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
  ],
  ["no HTTP at all", "NONSENSE\r\n\r\n"],
  ["a path of 20,000 characters", `GET /${"a".repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
  ["half an upgrade", "GET /trpc HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"],
  ["three control characters", "\u0000\u0001\u0002"],
])("a request with %s ends nothing but itself", async (_what, request) => {
  const socket = connect(server.port, "127.0.0.1");
  const closed = Promise.withResolvers<void>();
  let answer = "";
  socket.on("data", (data: Buffer) => {
    answer += data.toString();
    socket.end();
  });
  socket.on("error", () => {}).once("close", () => closed.resolve());
  socket.write(request, "latin1");
  await closed.promise;
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
});

test("whatever fails beside it, everything acknowledged is stored once", async () => {
  const good = Array.from({ length: 30 }, (_, index) => receive({ From: `+120255502${10 + index}` }));
  const bad = Array.from({ length: 30 }, (_, index) =>
    receive(index % 2 === 0 ? { To: "+12125550000" } : { MessageSid: `SM${index}` }),
  );
  const [taken, refused] = await Promise.all([Promise.all(good), Promise.all(bad)]);
  expect(taken.filter(({ status }) => status !== 200)).toEqual([]);
  expect(refused.filter(({ status }) => status !== 403)).toEqual([]);
  const found = await stored();
  expect(taken.filter(({ id }) => !found.has(id))).toEqual([]);
});
