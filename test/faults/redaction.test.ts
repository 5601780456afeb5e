import type { E164 } from "@agentpass/shared/phone-number";
import { expect, test } from "vitest";
import { apiClient } from "../support/api-client.ts";
import { RunningServer } from "../support/running-server.ts";
import { startTwilioEmulator } from "../support/twilio-emulator.ts";

const eventually = { timeout: 60_000 };
const NUMBER = "+14155550100" as E164;

test("a text that is erased here is removed from Twilio's records, also when Twilio was away at first", async () => {
  const twilio = await startTwilioEmulator({ numbers: [NUMBER] });
  try {
    await using server = await RunningServer.start({
      env: {
        TWILIO_ACCOUNT_SID: twilio.accountSid,
        TWILIO_AUTH_TOKEN: twilio.authToken,
        TWILIO_PHONE_NUMBERS: NUMBER,
        TWILIO_API_BASE_URL: twilio.url,
      },
    });
    for (const number of twilio.state.numbers) number.smsUrl = `${server.url}/webhook/sms-received`;
    const owner = apiClient(server.url, server.ownerKey);
    await owner.settings.set.mutate({ change: { redactAtTwilio: true }, reset: [] });
    const sms = { from: "+12025550147", to: NUMBER, body: "Your code is 482913" };
    expect((await twilio.receive(sms)).delivery.delivered).toBe(true);
    twilio.fault({ on: "messages", kind: "status", status: 503, times: 1_000 });
    await owner.settings.set.mutate({ change: { bodyRetentionMs: 0 }, reset: [] });
    await expect.poll(() => twilio.faultsInjected, eventually).toBeGreaterThan(3);
    twilio.clearFaults();
    await expect.poll(() => twilio.state.messages.map(({ body }) => body), eventually).toEqual([""]);
    expect((await owner.message.list.query({})).messages).toMatchObject([{ state: "available" }]);
  } finally {
    await twilio.close();
  }
});
