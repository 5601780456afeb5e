import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { Secret } from "@agentpass/shared/secret";
import { describe, expect, it } from "vitest";
import { deliver, newMessageSid, smsForm, twilioSignature } from "./signed-sms.ts";

const sender = { accountSid: `AC${"0".repeat(32)}`, authToken: new Secret("12345"), webhookSecret: null };

describe("a simulated SMS", () => {
  it("is signed as in the example that Twilio publishes", () => {
    const form = {
      CallSid: "CA1234567890ABCDE",
      Caller: "+14158675309",
      Digits: "1234",
      From: "+14158675309",
      To: "+18005551212",
    };
    const signature = twilioSignature("https://mycompany.com/myapp.php?foo=1&bar=2", form, sender.authToken);
    expect(signature).toBe("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
  });

  it("has an id and the fields of Twilio's own webhooks", () => {
    const messageSid = newMessageSid();
    expect(messageSid).toMatch(/^SM[0-9a-f]{32}$/);
    const form = smsForm(
      { from: "+12025550100", to: "+15551234567", body: "é".repeat(71) },
      { ...sender, messageSid },
    );
    expect(form).toMatchObject({
      MessageSid: messageSid,
      SmsSid: messageSid,
      NumSegments: "2",
      NumMedia: "0",
      SmsStatus: "received",
    });
  });

  it("is delivered as a form, with the second factor as HTTP Basic password", async () => {
    const seen: { request: IncomingMessage; body: Promise<string> }[] = [];
    const server = createServer((request, response) => {
      seen.push({ request, body: text(request) });
      request.once("end", () => response.writeHead(403).end("no"));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`;
    const form = { Body: "a&b=ü +", From: "+1" };
    const answer = await deliver({
      url,
      signedUrl: "https://public.example/webhook",
      form,
      sender: { ...sender, webhookSecret: new Secret("pass") },
    });
    server.close();
    expect(answer).toMatchObject({ status: 403, body: "no" });
    const [received] = seen;
    const headers = received?.request.headers;
    expect(Object.fromEntries(new URLSearchParams(await received?.body))).toEqual(form);
    expect(headers?.["x-twilio-signature"]).toBe(
      twilioSignature("https://public.example/webhook", form, sender.authToken),
    );
    expect(atob(headers?.authorization?.split(" ")[1] ?? "")).toBe("twilio:pass");
  });
});
