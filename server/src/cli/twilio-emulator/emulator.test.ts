import { once } from "node:events";
import { createServer, get as httpGet, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import twilio from "twilio";
import { afterEach, describe, expect, it } from "vitest";
import { startTwilioEmulator, type TwilioEmulator } from "./emulator.ts";

interface Call {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  fields: Record<string, string>;
}

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A webhook that answers with these, in turn, the last one again; "cut" ends the connection without an answer. */
async function webhook(...answers: (number | "cut" | "hang")[]) {
  const calls: Call[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { method = "", url = "", headers } = request;
      const query = url.split("?")[1] ?? "";
      const fields = Object.fromEntries(new URLSearchParams(method === "GET" ? query : body));
      calls.push({ method, url, headers, fields });
      const answer = answers[Math.min(calls.length, answers.length) - 1] ?? 200;
      if (answer === "cut") request.socket.destroy();
      else if (answer === 401) response.writeHead(401, { "WWW-Authenticate": 'Basic realm="x"' }).end();
      else if (answer !== "hang") response.writeHead(answer).end();
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  stops.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`, calls };
}

async function emulator(smsUrl: string): Promise<TwilioEmulator> {
  const started = await startTwilioEmulator({ webhook: smsUrl });
  stops.push(() => void started.close());
  return started;
}

const sms = { from: "+12025550147", to: "+14155550100", body: "Your code is 482913 é" };

/** Whether Twilio's own library finds the signature right. */
function isSigned(call: Call | undefined, url: string, authToken: string): boolean {
  const fields = call?.method === "GET" ? {} : (call?.fields ?? {});
  return twilio.validateRequest(authToken, String(call?.headers["x-twilio-signature"]), url, fields);
}

describe("a message", () => {
  it("is sent to the number's webhook with every field and a signature", async () => {
    const { url, calls } = await webhook(200);
    const { receive, authToken, accountSid, state } = await emulator(url);
    const { message, delivery } = await receive({ ...sms, media: ["image/png"] });
    expect(delivery).toEqual({ delivered: true, status: 200, tries: 1 });
    const [call] = calls;
    expect(call?.fields).toMatchObject({
      MessageSid: message.sid,
      SmsSid: message.sid,
      SmsMessageSid: message.sid,
      AccountSid: accountSid,
      From: sms.from,
      To: sms.to,
      Body: sms.body,
      NumMedia: "1",
      MediaUrl0: expect.stringContaining(`/Messages/${message.sid}/Media/ME`),
      MediaContentType0: "image/png",
      NumSegments: "1",
      SmsStatus: "received",
      ApiVersion: "2010-04-01",
      ToCountry: "US",
      FromCountry: "US",
    });
    expect(isSigned(call, url, authToken)).toBe(true);
    expect(isSigned(call, url, "another token")).toBe(false);
    expect(state.alerts).toEqual([]);
  });

  it("is sent by GET where the number says so, signed with its query", async () => {
    const { url, calls } = await webhook(200);
    const { receive, authToken, state } = await emulator(`${url}?a=b`);
    for (const number of state.numbers) number.smsMethod = "GET";
    await receive(sms);
    expect(calls[0]).toMatchObject({ method: "GET", fields: { a: "b", Body: sms.body } });
    expect(isSigned(calls[0], url.replace("/webhook", calls[0]?.url ?? ""), authToken)).toBe(true);
  });

  it("answers a challenge with the URL's credentials, which the signature leaves out", async () => {
    const { url, calls } = await webhook(401, 200);
    const { receive, authToken } = await emulator(url.replace("//", "//twilio:s%40cret@"));
    expect((await receive(sms)).delivery).toMatchObject({ delivered: true });
    expect(calls.map((call) => call.headers.authorization)).toEqual([
      undefined,
      `Basic ${btoa("twilio:s@cret")}`,
    ]);
    expect(isSigned(calls[1], url, authToken)).toBe(true);
  });

  it.each([500, 403, "cut"] as const)(
    "that the webhook does not take (%s) is not sent again, but logged and kept",
    async (answer) => {
      const { url, calls } = await webhook(answer);
      const { receive, state } = await emulator(url);
      expect((await receive(sms)).delivery).toMatchObject({ delivered: false, tries: 1 });
      expect(calls).toHaveLength(1);
      expect(state.alerts).toMatchObject([{ code: answer === "cut" ? 11205 : 11217 }]);
      expect(state.messages).toHaveLength(1);
    },
  );

  it("is tried once more where nothing listens", async () => {
    const { receive, state } = await emulator("http://127.0.0.1:9/webhook");
    expect((await receive(sms)).delivery).toEqual({ delivered: false, status: null, tries: 2 });
    expect(state.alerts).toMatchObject([{ code: 11205 }]);
  });

  it("follows the overrides in the URL's fragment, which it neither sends nor signs", async () => {
    const { url, calls } = await webhook(500, "hang", 200);
    const { receive, authToken } = await emulator(`${url}#rc=3&rp=5xx,rt&rt=200`);
    expect((await receive(sms)).delivery).toEqual({ delivered: true, status: 200, tries: 3 });
    expect(new Set(calls.map((call) => call.url))).toEqual(new Set(["/webhook"]));
    expect(isSigned(calls[2], url, authToken)).toBe(true);
    const tokens = new Set(calls.map((call) => call.headers["i-twilio-idempotency-token"]));
    expect(tokens.size).toBe(1);
  });

  it("goes to the fallback URL when the webhook has failed", async () => {
    const { url } = await webhook(500);
    const fallback = await webhook(200);
    const { receive, state } = await emulator(url);
    for (const number of state.numbers) number.smsFallbackUrl = fallback.url;
    expect((await receive(sms)).delivery).toMatchObject({ delivered: true, tries: 2 });
    expect(fallback.calls[0]?.fields).toMatchObject({ ErrorCode: "11217", ErrorUrl: url });
  });

  it("that holds a code Twilio does not let through is not sent at all", async () => {
    const { url, calls } = await webhook(200);
    const { receive } = await emulator(url);
    const { message } = await receive({ ...sms, redacted: true });
    expect(message).toMatchObject({ body: "Your code is ****** é", status: "failed", errorCode: 30038 });
    expect(calls).toEqual([]);
  });
});

describe("the admin's routes", () => {
  const post = (url: string, body: unknown, type = "application/json") =>
    fetch(url, { method: "POST", headers: { "content-type": type }, body: JSON.stringify(body) });

  it("let other processes send messages and make faults", async () => {
    const { url, calls } = await webhook(200);
    const { url: base, faultsInjected, state } = await emulator(url);
    const sent = await post(`${base}/emulator/messages`, sms);
    expect(sent.status).toBe(201);
    expect(await sent.json()).toEqual({
      sid: state.messages[0]?.sid,
      delivered: true,
      status: 200,
      tries: 1,
    });
    expect(calls).toHaveLength(1);
    expect((await post(`${base}/emulator/messages`, { ...sms, to: "+14155550199" })).status).toBe(404);
    expect((await post(`${base}/emulator/messages`, { ...sms, to: "4155550100" })).status).toBe(400);
    expect(faultsInjected).toBe(0);
    expect((await post(`${base}/emulator/faults`, { on: "any", kind: "status" })).status).toBe(201);
    expect((await post(`${base}/emulator/account`, { status: "suspended" })).status).toBe(200);
    expect(await (await fetch(`${base}/emulator`)).json()).toMatchObject({
      account: { status: "suspended" },
    });
  });

  it("take nothing that a foreign web page could send unasked", async () => {
    const { url: base, state } = await emulator("");
    for (const type of ["text/plain", "application/x-www-form-urlencoded"])
      expect((await post(`${base}/emulator/messages`, sms, type)).status).toBe(400);
    expect(state.messages).toEqual([]);
    const { port } = new URL(base);
    const rebound = httpGet({ port, path: "/emulator", headers: { host: `evil.example:${port}` } });
    const [answer] = (await once(rebound, "response")) as [IncomingMessage];
    expect(answer.resume().statusCode).toBe(403);
  });

  it("stay apart from the API, which wants the account's credentials", async () => {
    const { url: base, accountSid } = await emulator("");
    const asked = await fetch(`${base}/2010-04-01/Accounts/${accountSid}.json`);
    expect(asked.status).toBe(401);
    expect(await asked.json()).toMatchObject({ code: 20_003, status: 401 });
  });
});

describe("a message at Twilio", () => {
  it("can be emptied, and deleted", async () => {
    const { url: base, accountSid, authToken, receive, state } = await emulator("");
    const { message } = await receive(sms);
    const client = twilio(accountSid, authToken);
    const path = `${base}/2010-04-01/Accounts/${accountSid}/Messages/${message.sid}.json`;
    const ask = (method: string, body?: string) =>
      fetch(path, {
        method,
        headers: {
          authorization: `Basic ${btoa(`${client.username}:${client.password}`)}`,
          "content-type": "application/x-www-form-urlencoded",
        },
        ...(body === undefined ? {} : { body }),
      });
    expect((await ask("POST", "Body=other")).status).toBe(400);
    expect(await (await ask("POST", "Body=")).json()).toMatchObject({ body: "" });
    expect((await ask("DELETE")).status).toBe(204);
    expect((await ask("GET")).status).toBe(404);
    expect(state.messages).toEqual([]);
  });
});
