import { once } from "node:events";
import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { SMS_PATH } from "./signed-request.ts";
import { MESSAGE_SID, sign, startServer, twilioFields, type Fields } from "./sms-route.test-support.ts";

describe("what an SMS may hold", () => {
  test.each([
    ["emoji and combined characters", { Body: "🔐 482913 👩‍👩‍👧‍👦 e\u0301" }],
    ["right-to-left text with its marks", { Body: "\u202bקוד האימות: 482913\u202c رمز ٤٨٢٩١٣\u200f" }],
    ["a byte order mark at its start", { Body: "\ufeff482913" }],
    ["spaces and line ends at both ends", { Body: "  482913\r\n" }],
    ["nothing", { Body: "" }],
    ["10,000 characters", { Body: "ß".repeat(10_000) }],
    ["a line that looks like parameters", { Body: "a=b&From=+1&Body=1; %41 + ?x" }],
    ["a short code as sender", { From: "22395" }],
    ["an alphanumeric sender", { From: "G-Pay & Co" }],
    ["a sender from far away", { From: "+6797001234" }],
  ] satisfies [string, Fields][])("%s arrives intact", async (_what, changes) => {
    await using server = await startServer();
    expect((await server.post(twilioFields(changes))).status).toBe(200);
    expect(server.stored).toMatchObject([
      {
        ...("Body" in changes ? { body: changes.Body } : {}),
        ...("From" in changes ? { from: changes.From } : {}),
      },
    ]);
  });

  test("an SMS without a sender is anonymous", async () => {
    await using server = await startServer();
    expect((await server.post(twilioFields({ From: "" }))).status).toBe(200);
    expect(server.stored[0]?.from).toBe("anonymous");
  });

  test("NUL characters are removed before the store, and signed as sent", async () => {
    await using server = await startServer();
    expect((await server.post(twilioFields({ Body: "48\u00002913\0" }))).status).toBe(200);
    expect(server.stored[0]?.body).toBe("482913");
  });

  test("media are kept", async () => {
    const sid = MESSAGE_SID.replace("SM", "MM");
    const url = `https://api.twilio.com/2010-04-01/Accounts/AC1/Messages/${sid}/Media/ME12`;
    const sids = { MessageSid: sid, SmsSid: sid, SmsMessageSid: sid };
    const media = { NumMedia: "1", MediaUrl0: url, MediaContentType0: "image/jpeg" };
    await using server = await startServer();
    expect((await server.post(twilioFields({ ...sids, ...media, Body: "" }))).status).toBe(200);
    expect(server.stored).toMatchObject([
      { providerMessageId: sid, media: [{ url, contentType: "image/jpeg" }] },
    ]);
    for (const NumMedia of ["0", "2", "11", ""])
      expect((await server.post(twilioFields({ ...sids, ...media, NumMedia }))).status).toBe(403);
  });

  test("a delivery report is answered 200 and ignored", async () => {
    await using server = await startServer();
    const report = { MessageStatus: "delivered", SmsStatus: "delivered" };
    expect((await server.post(twilioFields(report))).status).toBe(200);
    expect((await server.post(twilioFields({ SmsStatus: "sent" }))).status).toBe(200);
    expect(server.stored).toEqual([]);
  });

  test("parameters that Twilio may add are no obstacle", async () => {
    await using server = await startServer();
    const added = {
      OptOutType: "STOP",
      Risk: "low",
      Verdict: "ok",
      MessagingServiceSid: `MG${"0".repeat(32)}`,
    };
    expect(
      (await server.post(twilioFields({ ...added, AddOns: '{"status":"successful","results":{}}' }))).status,
    ).toBe(200);
  });
});

describe("what a signed request is refused for", () => {
  const without = (name: string): Fields => {
    const { [name]: _left, ...rest } = twilioFields();
    return rest;
  };
  test.each([
    ["no AccountSid", "AccountSid", without("AccountSid")],
    ["another account", "AccountSid", twilioFields({ AccountSid: `AC${"f".repeat(32)}` })],
    ["no From", "From", without("From")],
    ["no To", "To", without("To")],
    ["no Body", "Body", without("Body")],
    ["a To that is no E.164", "To", twilioFields({ To: "15551234567" })],
    ["a To that has more behind it", "To", twilioFields({ To: "+15551234567 " })],
    ["a message id in capitals", "MessageSid", twilioFields({ MessageSid: MESSAGE_SID.toUpperCase() })],
    ["a message id that is too long", "MessageSid", twilioFields({ MessageSid: `${MESSAGE_SID}0` })],
    ["ids that disagree", "MessageSid", twilioFields({ SmsSid: `SM${"0".repeat(32)}` })],
    ["a sender of 65 characters", "From", twilioFields({ From: "x".repeat(65) })],
    ["a body of 10,001 characters", "Body", twilioFields({ Body: "x".repeat(10_001) })],
  ])("%s", async (_what, field, fields) => {
    await using server = await startServer();
    const response = await server.post(fields);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ problem: { code: "not_allowed", field } });
    expect(server.stored).toEqual([]);
  });

  test.each(["Body", "From", "To", "MessageSid", "Risk"])("%s given twice", async (name) => {
    await using server = await startServer();
    const fields = twilioFields({ Risk: "1" });
    const twice = (value: string): string =>
      new URLSearchParams([...Object.entries(fields), [name, value]]).toString();
    // The library signs equal values of one name once, and different ones each.
    const same = { signature: sign(server.url + SMS_PATH, Object.entries(fields)) };
    expect((await server.post(twice(fields[name] ?? ""), same)).status).toBe(403);
    const entries: [string, string][] = [...Object.entries(fields), [name, "~"]];
    expect((await server.post(twice("~"), { signature: sign(server.url + SMS_PATH, entries) })).status).toBe(
      403,
    );
    expect(server.stored).toEqual([]);
  });
});

describe("bodies that are no form", () => {
  test.each([
    ["application/json", 415],
    ["multipart/form-data; boundary=x", 415],
    ["text/plain", 415],
    ["application/x-www-form-urlencoded; charset=iso-8859-1", 415],
    ["application/x-www-form-urlencodedx", 415],
    ["APPLICATION/X-WWW-Form-URLEncoded", 200],
  ])("of the type %s are answered %i", async (type, status) => {
    await using server = await startServer();
    expect((await server.post(twilioFields(), { headers: { "content-type": type } })).status).toBe(status);
  });

  test("compressed ones are refused", async () => {
    await using server = await startServer();
    expect((await server.post(twilioFields(), { headers: { "content-encoding": "gzip" } })).status).toBe(415);
  });

  test.each(["Body=%", "Body=%4", "Body=%zz", "Body=%ff", "Body=%ed%a0%80", "=x", "a=1&&b=2", "&"])(
    "%s is refused",
    async (body) => {
      await using server = await startServer();
      expect((await server.post(body)).status).toBe(400);
    },
  );

  test("too many parameters are refused", async () => {
    await using server = await startServer();
    expect((await server.post(Array.from({ length: 201 }, (_, at) => `a${at}=`).join("&"))).status).toBe(400);
  });

  test("10 MB are cut off early, declared or chunked", async () => {
    await using server = await startServer();
    for (const framing of ["Content-Length: 10485760", "Transfer-Encoding: chunked"]) {
      const socket = connect(server.port, "127.0.0.1");
      // Writing on after the answer may end in an error of the socket, which `once` would throw.
      const { promise: closed, resolve } = Promise.withResolvers<void>();
      socket.once("close", () => resolve());
      let sent = 0;
      let answer = "";
      socket.on("data", (data: Buffer) => (answer += data.toString()));
      socket.on("error", () => {});
      socket.write(head(framing));
      const block = "a".repeat(64 * 1024);
      const chunk = framing.startsWith("Content") ? block : `10000\r\n${block}\r\n`;
      const more = (): void => {
        while (sent < 10 * 1024 * 1024 && !socket.destroyed) {
          sent += block.length;
          if (!socket.write(chunk)) return;
        }
      };
      socket.on("drain", more);
      more();
      await closed;
      expect([framing, answer.slice(0, 12)]).toEqual([framing, "HTTP/1.1 413"]);
    }
    expect((await server.post(twilioFields())).status).toBe(200);
  });

  test("slow ones are given up", async () => {
    await using server = await startServer({ bodyTimeoutMs: 50 });
    const socket = connect(server.port, "127.0.0.1");
    let answer = "";
    socket.on("data", (data: Buffer) => (answer += data.toString()));
    socket.write(`${head("Content-Length: 100")}Body=`);
    await once(socket, "close");
    expect(answer).toMatch(/^HTTP\/1.1 408/);
  });

  test("a client that goes away in the middle harms nothing", async () => {
    await using server = await startServer();
    const socket = connect(server.port, "127.0.0.1");
    await once(socket, "connect");
    socket.write(`${head("Content-Length: 100")}Body=`);
    socket.resetAndDestroy();
    await once(socket, "close");
    expect((await server.post(twilioFields())).status).toBe(200);
  });
});

function head(framing: string): string {
  return [
    `POST ${SMS_PATH} HTTP/1.1`,
    "Host: x",
    "Content-Type: application/x-www-form-urlencoded",
    framing,
    "\r\n",
  ].join("\r\n");
}
