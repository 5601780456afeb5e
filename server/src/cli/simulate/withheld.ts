import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { OWNER_KEY_FILE } from "@agentpass/shared/local-files";
import { fail } from "@agentpass/shared/problem";
import { asE164, type E164 } from "@agentpass/shared/phone-number";
import { Secret } from "@agentpass/shared/secret";
import { readSecretFile } from "../../config/data-folder.ts";
import { startDemoServer, type DemoServer } from "../demo-server.ts";
import { serverClient } from "../server-client.ts";
import { startTwilioEmulator } from "../twilio-emulator/emulator.ts";
import { waitForMessage } from "../wait-for-message.ts";
import type { Scenario } from "./scenario.ts";

const NUMBER = asE164("+14155550100") as E164;

/** The server asks Twilio 10, 20 and 40 s after a wait began. */
const LONGEST_WAIT_MS = 60_000;

export const withheld: Scenario = {
  name: "30038",
  summary: "Twilio withholds a one-time code (error 30038); on a server of its own, about 15 s",
  story:
    "Starts an emulated Twilio and a server in Twilio mode of its own (yours is not touched). An agent waits, and Twilio withholds its SMS and calls no webhook. The server must find out by asking Twilio, and the wait must end with provider_blocked instead of running into its timeout.",
  server: "its own",
  async play({ from, nextBody, progress }) {
    progress("Starting an emulated Twilio and a server");
    await using twilio = await startTwilioEmulator({ numbers: [NUMBER] });
    await using server = await startDemoServer({
      TWILIO_ACCOUNT_SID: twilio.accountSid,
      TWILIO_AUTH_TOKEN: twilio.authToken,
      TWILIO_API_BASE_URL: twilio.url,
      TWILIO_PHONE_NUMBERS: NUMBER,
    });
    const access = await newAgent(server);
    const agent = serverClient(access);
    const { phoneNumber } = await agent.agent.getNumber.mutate({});
    progress("An agent waits for its code; the server asks Twilio after 10 s");
    const [answer] = await Promise.all([
      waitForMessage(agent, access, { phoneNumber, timeoutMs: LONGEST_WAIT_MS }),
      // Twilio lists whole seconds, and what came in the lease's first one is nobody's.
      pause(1000).then(() => twilio.receive({ to: phoneNumber, from, body: nextBody(), redacted: true })),
    ]);
    const { messages } = await agent.agent.listMessages.query({ phoneNumber });
    const [message] = messages;
    return [
      {
        text: "the agent's wait ends with provider_blocked",
        held: answer.status === "provider_blocked",
        seen: answer.status,
      },
      {
        text: "the SMS is listed as blocked, without a code",
        held: messages.length === 1 && message?.state === "provider_blocked" && !message.otp,
        seen: message?.state ?? "not there",
      },
    ];
  },
};

async function newAgent({ url, dataFolder }: DemoServer) {
  const owner = await readSecretFile(path.join(dataFolder, OWNER_KEY_FILE));
  if (!owner.ok) return fail("unavailable", owner.message);
  const admin = serverClient({ url, key: new Secret(owner.value) });
  const { key } = await admin.key.create.mutate({ kind: "agent", name: "simulate" });
  return { url, key: new Secret(key), keyFrom: "the scenario's own server" };
}
