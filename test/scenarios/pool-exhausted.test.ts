import type { E164 } from "@agentpass/shared/phone-number";
import { verifies } from "../support/verifies.ts";
import { expect, onTestFailed, test } from "vitest";
import { AgentClient, codeOf } from "../support/agent-client.ts";
import { apiClient } from "../support/api-client.ts";
import { randomCode, RunningServer } from "../support/running-server.ts";
import { startTwilioEmulator } from "../support/twilio-emulator.ts";

test(
  verifies(
    "G7",
    "an agent that finds no number free has one bought, reads its code there, and the budget holds",
  ),
  async () => {
    const own = ["+14155550100"] as E164[];
    let shift = 0;
    await using twilio = await startTwilioEmulator({ numbers: own, now: () => Date.now() + shift });
    await using server = await RunningServer.start({
      env: {
        TWILIO_ACCOUNT_SID: twilio.accountSid,
        TWILIO_AUTH_TOKEN: twilio.authToken,
        TWILIO_PHONE_NUMBERS: own.join(","),
        TWILIO_API_BASE_URL: twilio.url,
        // Goes into the webhook's address at the purchase, as user and password.
        WEBHOOK_SECRET: "a:b/c@d e",
      },
    });
    onTestFailed(() => console.log(server.output.slice(-4_000)));
    const admin = apiClient(server.url, server.ownerKey);
    const keyOf = async (name: string) => (await admin.key.create.mutate({ kind: "agent", name })).key;
    const agentOf = async (name: string) => apiClient(server.url, await keyOf(name)).agent;
    const first = await agentOf("first");
    expect((await first.getNumber.mutate({})).phoneNumber).toBe(own[0]);

    await using second = await AgentClient.connect({
      ...server.environment,
      AGENTPASS_API_URL: server.url,
      AGENTPASS_API_KEY: await keyOf("second"),
    });
    const bought = await second.lease();
    expect(twilio.state.numbers.map(({ phoneNumber }) => phoneNumber)).toEqual([...own, bought]);
    // Twilio tells whole seconds: what came in the lease's first one would be nobody's.
    shift += 1_000;
    const sent = randomCode();
    const waiting = second.wait();
    const { delivery } = await twilio.receive({
      from: "+12025550123",
      to: bought,
      body: `Your code is ${sent}`,
    });
    expect(delivery).toMatchObject({ delivered: true });
    expect(codeOf(await waiting)).toBe(sent);

    expect((await (await agentOf("third")).getNumber.mutate({})).phoneNumber).not.toBe(bought);
    const refused = await second.call("get_phone_number", { passport_id: "another" });
    expect(codeOf(refused)).toMatch(/maxNumbers allows 3 .* the team has 3\. An admin can raise/);
    expect(twilio.state.numbers).toHaveLength(3);
  },
);
