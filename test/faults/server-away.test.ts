import type { E164 } from "@agentpass/shared/phone-number";
import { describe, expect, test } from "vitest";
import { generateMasterKey } from "../../server/src/crypto/key-ring.ts";
import { apiClient } from "../support/api-client.ts";
import { proxyBefore } from "../support/database-proxy.ts";
import { RunningServer } from "../support/running-server.ts";
import { testDatabase } from "../support/test-database.ts";
import { startTwilioEmulator, type TwilioEmulator } from "../support/twilio-emulator.ts";
import { verifies } from "../support/verifies.ts";

const NUMBERS = ["+14155550100", "+14155550101"] as E164[];

interface Live extends AsyncDisposable {
  server: RunningServer;
  twilio: TwilioEmulator;
  /** Moves the emulated Twilio's clock. */
  pass(ms: number): void;
  /** An agent with a number. */
  agent(): Promise<{ phoneNumber: string; texts(): Promise<string[]> }>;
  send(to: string, body: string, media?: string[]): Promise<boolean>;
}

/** The real server in Twilio mode against an emulated account whose numbers call its webhook; `env` is added to its own. */
async function live(env: Record<string, string> = {}): Promise<Live> {
  let shift = 0;
  const twilio = await startTwilioEmulator({ numbers: NUMBERS, now: () => Date.now() + shift });
  const server = await RunningServer.start({
    env: {
      TWILIO_ACCOUNT_SID: twilio.accountSid,
      TWILIO_AUTH_TOKEN: twilio.authToken,
      TWILIO_PHONE_NUMBERS: NUMBERS.join(","),
      TWILIO_API_BASE_URL: twilio.url,
      ...env,
    },
  });
  for (const number of twilio.state.numbers) number.smsUrl = `${server.url}/webhook/sms-received`;
  return {
    server,
    twilio,
    pass: (ms) => void (shift += ms),
    async agent() {
      const { key } = await apiClient(server.url, server.ownerKey).key.create.mutate({
        kind: "agent",
        name: "an agent",
      });
      const api = apiClient(server.url, key);
      const { phoneNumber } = await api.agent.getNumber.mutate({});
      // Twilio tells whole seconds: what came in the lease's first one would be nobody's.
      shift += 1_000;
      return { phoneNumber, texts: () => textsOf(api) };
    },
    send: async (to, body, media = []) =>
      (await twilio.receive({ from: "+12025550147", to, body, media })).delivery.delivered,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await twilio.close();
    },
  };
}

/** All texts that the key may see, oldest first. */
async function textsOf(api: ReturnType<typeof apiClient>): Promise<string[]> {
  const texts: string[] = [];
  let before: string | undefined;
  do {
    const page = await api.message.list.query({ limit: 50, ...(before === undefined ? {} : { before }) });
    texts.push(...page.messages.map(({ body }) => body ?? "(none)"));
    before = page.nextBefore;
  } while (before !== undefined);
  return texts.toReversed();
}

describe("messages that Twilio could not deliver", () => {
  test(
    verifies("F3", "while the server was away for ten minutes arrive afterwards, once, in order"),
    async () => {
      await using l = await live();
      const agent = await l.agent();
      const expected = ["by webhook"];
      expect(await l.send(agent.phoneNumber, "by webhook")).toBe(true);
      await l.server.stop("SIGKILL");
      for (let index = 0; index < 60; index++) {
        l.pass(10_000);
        const body = `Your code is ${482_900 + index}`;
        expect(await l.send(agent.phoneNumber, body)).toBe(false);
        expected.push(body);
      }
      expect(l.twilio.state.alerts).toHaveLength(60);
      await l.server.start();
      await expect.poll(() => agent.texts(), { timeout: 20_000 }).toEqual(expected);
      expect(await l.send(agent.phoneNumber, "by webhook again")).toBe(true);
      expect(await agent.texts()).toEqual([...expected, "by webhook again"]);
    },
  );

  test("arrive once also where the server is killed while it looks for them", async () => {
    await using l = await live();
    const agent = await l.agent();
    await l.server.stop("SIGKILL");
    const expected: string[] = [];
    for (let index = 0; index < 250; index++) {
      l.pass(1_000);
      expected.push(`message ${index}`);
      // The second batch stops at its picture, which Twilio does not tell.
      await l.send(agent.phoneNumber, `message ${index}`, index === 150 ? ["image/png"] : []);
    }
    l.twilio.fault({ on: "media", kind: "hang", times: 100 });
    await l.server.start();
    await expect.poll(() => l.twilio.faultsInjected, { timeout: 20_000 }).toBe(1);
    expect(await agent.texts()).toEqual(expected.slice(0, 100));
    await l.server.stop("SIGKILL");
    l.twilio.clearFaults();
    await l.server.start();
    await expect.poll(() => agent.texts(), { timeout: 20_000 }).toEqual(expected);
  });
});

describe("a message that came while the database was away", () => {
  test("was refused to Twilio, and is found when the database is back", async () => {
    await using database = await testDatabase();
    const { proxy: started, url } = await proxyBefore(database);
    await using proxy = started;
    await using l = await live({ DATABASE_URL: url, AGENTPASS_MASTER_KEY: generateMasterKey() });
    const agent = await l.agent();
    const target = proxy.target;
    proxy.target = null;
    expect(proxy.cut()).toBeGreaterThan(0);
    expect(await l.send(agent.phoneNumber, "Your code is 482913")).toBe(false);
    expect(l.twilio.state.alerts).toMatchObject([{ code: 11217 }]);
    proxy.target = target;
    await expect.poll(() => agent.texts(), { timeout: 30_000 }).toEqual(["Your code is 482913"]);
  });
});

describe("Twilio's API being away", () => {
  test("never keeps the webhook from working, and is said once", async () => {
    await using l = await live();
    const agent = await l.agent();
    l.twilio.fault({ on: "any", kind: "status", status: 500, times: 10_000 });
    await l.server.stop();
    await l.server.start();
    expect(await l.send(agent.phoneNumber, "by webhook")).toBe(true);
    expect(await agent.texts()).toEqual(["by webhook"]);
    const said = () =>
      l.server.output.split("Messages that the webhook missed cannot be looked for").length - 1;
    await expect.poll(said, { timeout: 20_000 }).toBe(1);
    expect(l.server.output).not.toContain(l.twilio.authToken);
  });
});
