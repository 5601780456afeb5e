import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import { Secret } from "@agentpass/shared/secret";
import { describe, expect, test } from "vitest";
import { createLogger } from "../ops/logger.ts";
import { SMS_PATH } from "./signed-request.ts";
import {
  ACCOUNT_SID,
  MESSAGE_SID,
  OLD_TOKEN,
  TOKEN,
  sign,
  startServer,
  twilioFields,
} from "./sms-route.test-support.ts";
import { verifies } from "../../../test/support/verifies.ts";

const TWIML = '<?xml version="1.0" encoding="UTF-8"?><Response></Response>';
const API_URL = "https://sms.example.com/team-a";

describe("a signed webhook", () => {
  test("is stored and answered with empty TwiML", async () => {
    await using server = await startServer({ now: () => 1_700_000_000_000 });
    const response = await server.post(twilioFields());
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^text\/xml/);
    expect(await response.text()).toBe(TWIML);
    expect(server.stored).toEqual([
      {
        provider: "twilio",
        account: ACCOUNT_SID,
        providerMessageId: MESSAGE_SID,
        to: "+15551234567",
        from: "+12025550147",
        body: "Your code is 482913",
        media: [],
        providerAt: 1_700_000_000_000,
        receivedAt: 1_700_000_000_000,
      },
    ]);
  });

  test(
    verifies(
      "second-delivery",
      "is answered the same when it repeats, and 403 when its number is not in the pool",
    ),
    async () => {
      await using repeat = await startServer({ outcome: "repeat" });
      expect((await repeat.post(twilioFields())).status).toBe(200);
      await using unknown = await startServer({ outcome: "unknown_number" });
      const refused = await unknown.post(twilioFields());
      expect(refused.status).toBe(403);
      expect(await refused.json()).toMatchObject({ problem: { code: "not_allowed", field: "To" } });
    },
  );

  test("is answered only after the store has committed", async () => {
    const commit = Promise.withResolvers<"stored">();
    const reached = Promise.withResolvers<void>();
    await using server = await startServer({
      storeInbound: () => {
        reached.resolve();
        return commit.promise;
      },
    });
    let answered = false;
    const response = server.post(twilioFields()).finally(() => (answered = true));
    await reached.promise;
    expect(answered).toBe(false);
    commit.resolve("stored");
    expect((await response).status).toBe(200);
  });

  test("is answered 503 when the store fails, or does not answer in time", async () => {
    await using failing = await startServer({
      storeInbound: () => Promise.reject(new Error("database is down")),
    });
    expect((await failing.post(twilioFields())).status).toBe(503);
    await using stuck = await startServer({ storeInbound: () => new Promise(() => {}), storeTimeoutMs: 20 });
    expect((await stuck.post(twilioFields())).status).toBe(503);
  });

  test(
    verifies("G8-rotation", "may be signed with either token during a rotation, and with no other"),
    async () => {
      await using server = await startServer();
      for (const token of [OLD_TOKEN, TOKEN])
        expect((await server.post(twilioFields(), { token })).status, token).toBe(200);
      expect((await server.post(twilioFields(), { token: "another" })).status).toBe(403);
      expect(server.stored).toHaveLength(2);
    },
  );

  test.each(["", "garbage", "=".repeat(28), "A".repeat(27) + "=", "é".repeat(28)].map(encodeURI))(
    "is refused with the signature %j",
    async (signature) => {
      await using server = await startServer();
      expect((await server.post(twilioFields(), { signature })).status).toBe(403);
      expect(server.stored).toEqual([]);
    },
  );

  test(verifies("webhook-get", "may come by GET, with its parameters in the signed query"), async () => {
    await using server = await startServer();
    const target = `${SMS_PATH}?${new URLSearchParams(twilioFields({ Body: "Código 482913 ✓" })).toString()}`;
    const get = (to: string) =>
      fetch(server.url + to, { headers: { "x-twilio-signature": sign(server.url + target, []) } });
    expect((await get(target)).status).toBe(200);
    expect(server.stored[0]?.body).toBe("Código 482913 ✓");
    expect((await get(target.replace("482913", "482914"))).status).toBe(403);
    expect((await get(`${target}&`)).status).toBe(400);
    // Node's querystring stops after 1,000 places; the library's second try would not see what follows.
    expect((await get(`${target}${"&".repeat(1000)}&MediaUrl0=https://evil.example`)).status).toBe(400);
    expect(server.stored).toHaveLength(1);
  });

  test("without parameters only shows that the address is reached, by GET", async () => {
    await using server = await startServer({ webhookSecret: new Secret("s3cret") });
    const response = await fetch(server.url + SMS_PATH);
    expect([response.status, await response.text()]).toEqual([200, TWIML]);
    expect((await fetch(`${server.url}${SMS_PATH}?secret=wrong`)).status).toBe(200);
    expect(server.stored).toEqual([]);
  });

  test("cannot come by another method, or to another path", async () => {
    await using server = await startServer();
    for (const method of ["HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
      const response = await fetch(server.url + SMS_PATH, { method });
      expect([method, response.status, response.headers.get("allow")]).toEqual([method, 405, "GET, POST"]);
    }
    for (const path of [
      `${SMS_PATH}/`,
      SMS_PATH.toUpperCase(),
      SMS_PATH.replace("-", "%2D"),
      `/x${SMS_PATH}`,
    ])
      expect([path, (await fetch(server.url + path, { method: "POST" })).status]).toEqual([path, 404]);
  });
});

describe("the signed URL", () => {
  test("is the configured base with its path prefix, whether or not a proxy strips the prefix", async () => {
    await using server = await startServer({ apiUrl: API_URL });
    expect((await server.post(twilioFields())).status).toBe(200);
    const body = new URLSearchParams(twilioFields({ MessageSid: MESSAGE_SID }));
    const prefixed = await fetch(`${server.url}/team-a${SMS_PATH}`, {
      method: "POST",
      body,
      headers: { "x-twilio-signature": sign(API_URL + SMS_PATH, body) },
    });
    expect(prefixed.status).toBe(200);
  });

  test("takes the query as received, byte for byte", async () => {
    await using server = await startServer({ apiUrl: API_URL });
    const query = "?b=%7e&a=(x)&empty=&plus=a+b";
    expect((await server.post(twilioFields(), { query })).status).toBe(200);
    const signature = sign(API_URL + SMS_PATH + query, Object.entries(twilioFields()));
    expect((await server.post(twilioFields(), { query: "?a=(x)&b=%7e", signature })).status).toBe(403);
  });

  test(verifies(["T1", "G3"], "owes nothing to Host or X-Forwarded headers"), async () => {
    await using server = await startServer({ apiUrl: API_URL });
    const hostile = {
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "http",
      "x-forwarded-prefix": "/evil",
      "x-original-url": "/evil",
      forwarded: "host=evil.example;proto=http",
    };
    expect((await server.post(twilioFields(), { headers: hostile })).status).toBe(200);
    const forged = sign(`http://evil.example/evil${SMS_PATH}`, Object.entries(twilioFields()));
    expect((await server.post(twilioFields(), { headers: hostile, signature: forged })).status).toBe(403);
    // fetch sets Host by itself, so this one is written by hand.
    const signatures = [sign(API_URL + SMS_PATH, Object.entries(twilioFields())), forged];
    const statuses = signatures.map((signature) =>
      rawPost(server.port, { ...hostile, host: "evil.example", "x-twilio-signature": signature }),
    );
    expect(await Promise.all(statuses)).toEqual([200, 403]);
    expect(server.stored).toHaveLength(2);
  });
});

describe("WEBHOOK_SECRET", () => {
  const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString("base64")}` });

  test(
    verifies("webhook-secret", "is asked for with a 401 that names Basic, as Twilio needs to send it"),
    async () => {
      await using server = await startServer({ webhookSecret: new Secret("s3cret") });
      const response = await server.post(twilioFields());
      expect(response.status).toBe(401);
      expect(response.headers.get("www-authenticate")).toMatch(/^Basic realm=/);
      expect(server.stored).toEqual([]);
    },
  );

  test.each([
    ["as Basic password", 200, { headers: basic("twilio:s3cret") }],
    ["as another password", 403, { headers: basic("s3cret:twilio") }],
    ["in the query, which is signed", 200, { query: "?secret=s3cret" }],
    ["wrong in the query", 403, { query: "?secret=s3cre" }],
    ["as a gateway's header", 200, { headers: { "x-webhook-secret": "s3cret" } }],
    ["wrong in the header", 403, { headers: { "x-webhook-secret": "S3cret" } }],
    ["right, with a wrong signature", 403, { headers: basic("twilio:s3cret"), token: "another" }],
  ])(verifies("webhook-secret", "given %s is answered %i"), async (_how, status, options) => {
    await using server = await startServer({ webhookSecret: new Secret("s3cret") });
    expect((await server.post(twilioFields(), options)).status).toBe(status);
    expect(server.stored).toHaveLength(status === 200 ? 1 : 0);
  });
});

describe("floods", () => {
  test(
    verifies("T8", "of bad signatures are limited, and never keep a validly signed webhook out"),
    async () => {
      await using server = await startServer({ now: () => 0 });
      const statuses = new Set<number>();
      for (let count = 0; count < 30; count++)
        statuses.add((await server.post(twilioFields(), { token: "another" })).status);
      expect([...statuses]).toEqual([403, 429]);
      expect((await server.post(twilioFields())).status).toBe(200);
    },
  );
});

describe("behind a trusted proxy", () => {
  test("one caller's bad signatures use up nobody else's allowance", async () => {
    await using server = await startServer({ now: () => 0, trustedProxies: ["127.0.0.1"] });
    const forge = async (from: string) =>
      (await server.post(twilioFields(), { token: "another", headers: { "X-Forwarded-For": from } })).status;
    let status = 0;
    for (let count = 0; count < 30; count++) status = await forge("203.0.113.9");
    expect(status).toBe(429);
    expect(await forge("203.0.113.10")).toBe(403);
  });
});

describe("what a request carries", () => {
  test("does not reach the log, whether stored or refused", async () => {
    let text = "";
    const log = createLogger("trace", { write: (line: string) => void (text += line) });
    const options = { log, webhookSecret: new Secret("canary-secret-1") };
    await using server = await startServer(options);
    const query = "?secret=canary-secret-1";
    await server.post(twilioFields(), { query });
    await server.post(twilioFields(), { query, token: "another" });
    await server.post(twilioFields({ NumMedia: "5551234567" }), { query });
    await server.post(twilioFields({ "482913": "482913" }), { query });
    await server.post(twilioFields(), { query: "?secret=482913" });
    await server.post(twilioFields(), { query, headers: { authorization: "Basic Y2FuYXJ5OjQ4MjkxMw==" } });
    await fetch(`${server.url}/482913/+15551234567?code=482913`);
    await using broken = await startServer({
      log,
      storeInbound: (sms) => Promise.reject(new Error(`cannot insert ${JSON.stringify(sms)}`)),
    });
    await broken.post(twilioFields());
    expect(text.split("\n").length).toBeGreaterThan(8);
    expect(text).toContain(MESSAGE_SID);
    for (const canary of [
      "482913",
      "15551234567",
      "2025550147",
      "canary",
      "Y2FuYXJ5",
      sign("x", []),
      "Your code",
    ])
      expect(text).not.toContain(canary);
  });
});

async function rawPost(port: number, headers: Record<string, string>): Promise<number | undefined> {
  const body = new URLSearchParams(twilioFields()).toString();
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const sent = request({
    host: "127.0.0.1",
    port,
    path: SMS_PATH,
    method: "POST",
    headers: { ...form, ...headers },
  });
  sent.end(body);
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  response.resume();
  return response.statusCode;
}
