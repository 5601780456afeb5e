/** Each fault that doctor can name is made here, and named. */
import { chmodSync } from "node:fs";
import { verifies } from "../support/verifies.ts";
import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { OWNER_KEY_FILE } from "@agentpass/shared/local-files";
import type { E164 } from "@agentpass/shared/phone-number";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { checkClock, checkDiskSpace } from "../../server/src/cli/doctor/check-production.ts";
import { diagnose, type Questions } from "../../server/src/cli/doctor/diagnose.ts";
import type { Check, Finding } from "../../server/src/cli/doctor/finding.ts";
import { listen, type Hop } from "../../server/src/cli/doctor/listen.ts";
import { examine } from "../../server/src/cli/doctor/patient.ts";
import { serverClient, type ServerClient } from "../../server/src/cli/server-client.ts";
import { readEnvironment } from "../../server/src/config/read-environment.ts";
import { borrowEmbeddedPostgres } from "../../server/src/store/embedded-postgres.ts";
import { fail } from "@agentpass/shared/problem";
import { Secret } from "@agentpass/shared/secret";
import { runProgram } from "../support/run-program.ts";
import { RunningServer } from "../support/running-server.ts";
import { TcpProxy } from "../support/tcp-proxy.ts";
import { startTwilioEmulator, type TwilioEmulator } from "../support/twilio-emulator.ts";

const numbers = ["+14155550100", "+14155550101"] as E164[];
const WEBHOOK = "/webhook/sms-received";
const HOUR_MS = 3_600_000;

let twilio: TwilioEmulator;
let tunnel: TcpProxy;
let server: RunningServer;
let env: Record<string, string>;
let api: ServerClient;
const asked: string[] = [];
const talk = {
  confirm: async (question: string) => void asked.push(question),
  progress: () => {},
};

beforeAll(async () => {
  tunnel = await TcpProxy.start();
  const base = `http://127.0.0.1:${tunnel.port}`;
  twilio = await startTwilioEmulator({ numbers, webhook: base + WEBHOOK });
  env = {
    TWILIO_ACCOUNT_SID: twilio.accountSid,
    TWILIO_AUTH_TOKEN: twilio.authToken,
    TWILIO_PHONE_NUMBERS: numbers.join(","),
    TWILIO_API_BASE_URL: twilio.url,
    AGENTPASS_API_URL: base,
  };
  server = await RunningServer.start({
    env,
    sender: { accountSid: twilio.accountSid, authToken: twilio.authToken },
  });
  env["PORT"] = String(server.port);
  reach();
  api = serverClient({ url: server.url, key: new Secret(server.ownerKey) });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await tunnel[Symbol.asyncDispose]();
  await twilio.close();
});
afterEach(() => {
  reach();
  asked.length = 0;
  twilio.state.account = { ...twilio.state.account, status: "active" };
  for (const number of twilio.state.numbers)
    Object.assign(number, { smsUrl: env["AGENTPASS_API_URL"] + WEBHOOK, smsMethod: "POST" });
});

/** Leads the public address there from now on: also connections that are kept open end. */
function lead(port: number | null): void {
  tunnel.target = port === null ? null : { host: "127.0.0.1", port };
  tunnel.cut();
}

function reach(): void {
  lead(server.port);
}

type Variables = Record<string, string | undefined>;

const patientWith = (changes: Variables = {}) =>
  examine(() => readEnvironment({ real: { ...server.environment, ...env, ...changes } }));

async function findings(changes: Variables = {}, questions: Partial<Questions> = {}): Promise<Finding[]> {
  const wish = {
    fix: false,
    production: false,
    accept: [],
    talk,
    ngrokApi: "http://127.0.0.1:9",
    ...questions,
  };
  return diagnose(await patientWith(changes), wish);
}

/** What is told of the problems of one check. */
function problems(found: readonly Finding[], check: Check): string {
  const of = found.filter((finding) => finding.check === check && finding.status === "problem");
  for (const { mend } of of) expect(mend, check).toMatch(/\w/);
  return of.map(({ message }) => message).join("\n");
}

/** Something else than the server answers on the public address. */
async function impostor(listener: RequestListener): Promise<AsyncDisposable> {
  const http = createServer(listener).listen(0, "127.0.0.1");
  await once(http, "listening");
  lead((http.address() as AddressInfo).port);
  return {
    async [Symbol.asyncDispose]() {
      reach();
      http.close();
      http.closeAllConnections();
      await once(http, "close");
    },
  };
}

describe("doctor on a server that is well", () => {
  it("finds nothing but that a test's address is not public, and stores nothing with its probe", async () => {
    const found = await findings();
    expect(found.filter(({ status }) => status === "problem")).toMatchObject([{ check: "public-address" }]);
    expect(found.map(({ check, status }) => `${check} ${status}`)).toEqual(
      expect.arrayContaining([
        "webhook ok",
        "numbers ok",
        "twilio-account ok",
        "arrivals ok",
        "pool ok",
        "database ok",
      ]),
    );
    expect((await api.message.list.query({ limit: 50 })).messages).toEqual([]);
  });

  it(verifies("otp-refusal-told", "tells of Twilio's error 30038 before anybody meets it"), async () => {
    const found = await findings();
    expect(found.find(({ check }) => check === "redaction")).toMatchObject({
      status: "ok",
      message: expect.stringContaining("30038"),
    });
  });

  it("exits 1 on a problem, 0 where it is accepted, and prints both for people and for programs", async () => {
    const run = (args: string[]) =>
      runProgram("server/src/cli/agentpass.ts", ["doctor", ...args], { ...server.environment, ...env });
    const problem = await run([]);
    expect(problem).toMatchObject({ exitCode: 1, stderr: "" });
    expect(problem.stdout).toMatch(/^problem +public-address .*\n +mend: +Set AGENTPASS_API_URL/m);
    const accepted = await run(["--accept", "public-address", "--json"]);
    expect(accepted).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(accepted.stdout)).toMatchObject({ problems: 0, findings: expect.any(Array) });
  });
});

describe("doctor names", () => {
  it("a faulty configuration, all faults at once", async () => {
    const found = await findings({
      PORT: "x",
      TWILIO_PHONE_NUMBERS: "5551234",
      TWILIO_AUTH_TOKEN: undefined,
      AGENTPASS_MODE: "twilio",
    });
    const told = problems(found, "configuration");
    for (const variable of ["PORT", "TWILIO_AUTH_TOKEN"]) expect(told).toContain(variable);
  });

  it("a server that was started with other settings", async () => {
    const found = await findings({ AGENTPASS_API_URL: "http://127.0.0.1:1" });
    expect(problems(found, "mode")).toContain("AGENTPASS_API_URL");
  });

  it("a data folder that is not there, and one where no server runs", async () => {
    const found = await findings({ AGENTPASS_DATA_DIR: "/nonexistent/agentpass" });
    expect(problems(found, "data-folder")).toContain("/nonexistent/agentpass");
    expect(problems(found, "server")).toContain("No server runs");
    expect(problems(found, "database")).toContain("holds no database");
  });

  it("a database that does not answer", async () => {
    const found = await findings({
      DATABASE_URL: "postgresql://a:b@127.0.0.1:9/agentpass",
      AGENTPASS_MASTER_KEY: `k1:${Buffer.alloc(32, 1).toString("base64")}`,
    });
    expect(problems(found, "database")).toContain("nobody listens there");
  });

  it("a key that the server refuses", async () => {
    const found = await findings({
      AGENTPASS_API_KEY: "ap_admin_000000000000_x",
      AGENTPASS_API_URL: server.url,
    });
    expect(problems(found, "server")).toContain("refused the key");
  });

  it("a wrong token, a suspended account, and Twilio being away", async () => {
    expect(problems(await findings({ TWILIO_AUTH_TOKEN: "0".repeat(32) }), "twilio-account")).toContain(
      "TWILIO_AUTH_TOKEN",
    );
    twilio.state.account = { ...twilio.state.account, status: "suspended" };
    expect(problems(await findings(), "twilio-account")).toMatch(/suspended/);
    const away = await findings({ TWILIO_API_BASE_URL: "http://127.0.0.1:9" });
    expect(problems(away, "twilio-account")).toContain("does not answer");
  });

  it.each([
    [undefined, "is missing"],
    ["https://10.1.2.3", "inner network"],
    ["https://nowhere.invalid", "not known to DNS"],
  ])("an address that Twilio cannot call: %s", async (address, told) => {
    expect(problems(await findings({ AGENTPASS_API_URL: address }), "public-address")).toContain(told);
  });

  it("a tunnel that is down", async () => {
    lead(null);
    expect(problems(await findings(), "webhook")).toContain("cannot be reached");
  });

  it.each([
    ["a tunnel whose server is down", 502, {}, "status 502"],
    ["a foreign page", 200, {}, "no AgentPass webhook (status 200)"],
    ["a wrong path prefix", 404, {}, "no AgentPass webhook (status 404)"],
    ["a redirect", 301, { location: "https://example.com" }, "redirects"],
    ["a proxy that asks for a password", 401, {}, "WEBHOOK_SECRET"],
  ])("%s", async (...[, status, headers, told]) => {
    await using _other = await impostor(
      (_request, response) => void response.writeHead(status, headers).end("x"),
    );
    expect(problems(await findings(), "webhook")).toContain(told);
  });

  it("a webhook that was told another account's token, or that wants a secret", async () => {
    const wrongToken = await findings({ TWILIO_AUTH_TOKEN: "1".repeat(32) });
    expect(problems(wrongToken, "webhook")).toContain("refuses ours");
    const found = await findings({ WEBHOOK_SECRET: "a secret of some length" });
    expect(problems(found, "numbers")).toContain("without the present WEBHOOK_SECRET");
    expect(JSON.stringify(found)).not.toContain("a secret of some length");
  });

  it(
    verifies(
      "G6",
      "each number that points elsewhere, by GET, or nowhere, and one that is not the account's",
    ),
    async () => {
      const [first, second] = twilio.state.numbers;
      Object.assign(first ?? {}, { smsUrl: "https://old.example/webhook/sms-received?secret=s3cret" });
      Object.assign(second ?? {}, { smsMethod: "GET" });
      const found = await findings();
      expect(problems(found, "numbers")).toBe(
        "+14155550100 points at https://old.example/webhook/sms-received\n+14155550101 points here by GET, not by POST",
      );
      Object.assign(second ?? {}, { smsUrl: "", smsMethod: "POST" });
      expect(problems(await findings(), "numbers")).toContain("+14155550101 points nowhere");
      const [gone] = twilio.state.numbers.splice(1, 1);
      expect(problems(await findings(), "numbers")).toContain(
        "+14155550101 is in the pool, but not in your Twilio account or not available",
      );
      if (gone) twilio.state.numbers.push(gone);
    },
  );

  it("an SMS that reached Twilio and not the database", async () => {
    const at = Date.now() - HOUR_MS;
    const sid = `SM${"5".repeat(32)}`;
    const body = "Your code is 482913";
    const message = { sid, from: "+12025550123", to: numbers[0] as E164, body, media: [], errorCode: null };
    twilio.state.messages.push({ ...message, status: "received", createdAt: at, sentAt: at, updatedAt: at });
    expect(problems(await findings(), "arrivals")).toContain("1 of the 1 SMS");
    twilio.state.messages.pop();
  });

  it("an exhausted pool, with why none is bought", async () => {
    for (const phoneNumber of numbers) await api.number.suspend.mutate({ phoneNumber });
    await api.settings.set.mutate({ change: { autoProvision: false } });
    expect(problems(await findings(), "pool")).toContain("no number is free: 0 free");
    for (const phoneNumber of numbers) await api.number.resume.mutate({ phoneNumber });
    await api.settings.set.mutate({ reset: ["autoProvision"] });
  });

  it(verifies("G6-production", "what the production checklist lacks"), async () => {
    await api.settings.set.mutate({ change: { purchasesPerDay: 50, bodyRetentionMs: 90 * 24 * HOUR_MS } });
    chmodSync(path.join(server.dataFolder, OWNER_KEY_FILE), 0o644);
    const found = await findings({}, { production: true });
    for (const [check, told] of [
      ["https", "not https"],
      ["node-env", "NODE_ENV"],
      ["master-key", "master key"],
      ["backups", server.dataFolder],
      ["webhook-secret", "second factor"],
      ["alerts", "nobody would hear"],
      ["file-modes", OWNER_KEY_FILE],
      ["budget", "50 purchases a day"],
      ["retention", "90d"],
    ] as const)
      expect(problems(found, check), check).toContain(told);
    chmodSync(path.join(server.dataFolder, OWNER_KEY_FILE), 0o600);
    await api.settings.set.mutate({ reset: ["purchasesPerDay", "bodyRetentionMs"] });

    const seenTo = [
      "https",
      "node-env",
      "master-key",
      "backups",
      "webhook-secret",
      "alerts",
      "public-address",
    ] as const;
    const accepted = await findings({}, { production: true, accept: seenTo });
    expect(accepted.filter(({ status }) => status === "problem")).toEqual([]);
    expect(accepted.map(({ check, status }) => `${check} ${status}`)).toEqual(
      expect.arrayContaining(["clock ok", "audit ok", "disk-space ok", "file-modes ok", "budget ok"]),
    );
  });

  it("mock mode in production", async () => {
    const mock = { TWILIO_ACCOUNT_SID: undefined, AGENTPASS_MODE: "mock" };
    expect(problems(await findings(mock, { production: true }), "mode")).toContain("simulated numbers only");
  });

  it("a clock that is off, and a disk that is full", async () => {
    const patient = await patientWith();
    expect(problems(await checkClock(patient, () => Date.now() + 120_000), "clock")).toMatch(
      /Twilio's by 1(19|20|21) s/,
    );
    expect(problems(await checkDiskSpace(patient, Infinity), "disk-space")).toContain("GiB are free");
  });

  it("a record that was changed behind the server", async () => {
    const postgres = await borrowEmbeddedPostgres(server.dataFolder);
    const { password, ...rest } = postgres.connection;
    const client = new Client({ ...rest, password: password.reveal() });
    await client.connect();
    try {
      const change = (from: string, to: string) =>
        client.query("update audit set entry = replace(entry, $1, $2) where action = 'settings.changed'", [
          from,
          to,
        ]);
      await change("purchasesPerDay", "purchasesPerYear");
      expect(problems(await findings({}, { production: true }), "audit")).toContain(
        "not what the server wrote",
      );
      await change("purchasesPerYear", "purchasesPerDay");
    } finally {
      await client.end();
      await postgres.stop();
    }
  });
});

describe("doctor --fix", () => {
  it("points every number at the webhook by POST", async () => {
    for (const number of twilio.state.numbers)
      Object.assign(number, { smsUrl: "https://old.example/", smsMethod: "GET" });
    const found = await findings({}, { fix: true });
    expect(problems(found, "numbers")).toBe("");
    expect(twilio.state.numbers).toMatchObject(
      numbers.map(() => ({ smsUrl: env["AGENTPASS_API_URL"] + WEBHOOK, smsMethod: "POST" })),
    );
    expect(problems(await findings(), "numbers")).toBe("");
  });

  it(verifies("G10", "offers the address of a running ngrok, and says what else it takes"), async () => {
    const address = "https://abcd-1-2-3.ngrok-free.app";
    const tunnels = [
      { public_url: address, proto: "https", config: { addr: `http://localhost:${server.port}` } },
    ];
    const ngrok = createServer((_request, response) => response.end(JSON.stringify({ tunnels }))).listen(
      0,
      "127.0.0.1",
    );
    await once(ngrok, "listening");
    const ngrokApi = `http://127.0.0.1:${(ngrok.address() as AddressInfo).port}/api/tunnels`;
    const seen = await findings({}, { ngrokApi });
    expect(problems(seen, "public-address")).toContain(address);
    expect(asked).toEqual([]);
    const found = await findings({}, { fix: true, ngrokApi });
    expect(asked).toEqual([expect.stringContaining(address)]);
    expect(twilio.state.numbers.map(({ smsUrl }) => smsUrl)).toEqual(numbers.map(() => address + WEBHOOK));
    expect(found.find(({ mend }) => mend?.includes(`AGENTPASS_API_URL=${address}`))).toBeDefined();

    const unasked = { ...talk, confirm: async () => fail("invalid_input", "nobody to ask") };
    const kept = await findings({}, { fix: true, ngrokApi, talk: unasked });
    expect(twilio.state.numbers.map(({ smsUrl }) => smsUrl)).toEqual(
      numbers.map(() => env["AGENTPASS_API_URL"] + WEBHOOK),
    );
    expect(problems(kept, "public-address")).toContain("the numbers do not point there");
    ngrok.close();
  });

  it("writes the webhook's secret into the URL, and never into its report", async () => {
    const found = await findings({ WEBHOOK_SECRET: "pass/word" }, { fix: true });
    expect(twilio.state.numbers[0]?.smsUrl).toContain("pass%2Fword@");
    expect(JSON.stringify(found)).not.toMatch(/pass(\/|%2F)word/);
  });
});

/** Resolves when doctor listens. The promise within is that of its hops. */
async function listening(
  options: { phoneNumber: string; forMs: number },
  onHop: (hop: Hop) => void = () => {},
): Promise<{ hops: Promise<Hop[]> }> {
  const { promise: ready, resolve } = Promise.withResolvers<void>();
  const said = { ...talk, progress: () => resolve() };
  const hops = listen(await patientWith(), { ...options, talk: said, onHop });
  await Promise.race([ready, hops]);
  return { hops };
}

describe("doctor --listen", () => {
  it(verifies("G6-hops", "tells each hop of a text with its time, to the agent that waited"), async () => {
    const key = await api.key.create.mutate({ kind: "agent", name: "listener" });
    const agent = serverClient({ url: server.url, key: new Secret(key.key) });
    const { phoneNumber } = await agent.agent.getNumber.mutate({});
    await agent.agent.openWait.mutate({ requestId: "listening-1", phoneNumber, timeoutMs: 60_000 });
    const seen: Hop[] = [];
    const { hops: coming } = await listening({ phoneNumber, forMs: 30_000 }, (hop) => void seen.push(hop));
    const { delivery } = await twilio.receive({
      from: "+12025550123",
      to: phoneNumber,
      body: "Your code is 482913",
    });
    expect(delivery.delivered).toBe(true);
    await agent.agent.settleWait.mutate({ requestId: "listening-1", action: "confirm" });
    const hops = await coming;
    expect(hops.map(({ hop }) => hop)).toEqual(
      expect.arrayContaining(["twilio", "webhook", "database", "waiting agent", "agent took it"]),
    );
    expect(seen).toEqual(hops);
    const at = Object.fromEntries(hops.map(({ hop, at }) => [hop, at]));
    expect(at["database"]).toBeGreaterThanOrEqual(at["webhook"] ?? Infinity);
  });

  it("says where a text got lost", async () => {
    const [phoneNumber = ""] = numbers;
    const nothing = await listening({ phoneNumber, forMs: 1500 });
    await expect(nothing.hops).rejects.toThrow("No SMS to +14155550100 reached Twilio");
    const { hops } = await listening({ phoneNumber, forMs: 3000 });
    const at = Date.now();
    const message = { sid: `SM${"6".repeat(32)}`, from: "+12025550123", to: phoneNumber as E164, body: "x" };
    twilio.state.messages.push({
      ...message,
      media: [],
      errorCode: null,
      status: "received",
      createdAt: at,
      sentAt: at,
      updatedAt: at,
    });
    await expect(hops).rejects.toThrow("reached Twilio, but not the webhook");
    twilio.state.messages.pop();
  });
});

describe("doctor while the server is down", () => {
  it("says so, and looks at configuration, data folder, database and Twilio by itself", async () => {
    await server.stop();
    const found = await findings();
    expect(problems(found, "server")).toMatch(/No server runs|has ended/);
    expect(found.map(({ check, status }) => `${check} ${status}`)).toEqual(
      expect.arrayContaining([
        "configuration ok",
        "data-folder ok",
        "database ok",
        "twilio-account ok",
        "numbers ok",
      ]),
    );
    expect(problems(found, "webhook")).toContain("cannot be reached");
    await server.start();
  });

  it("names messages that Twilio withheld", async () => {
    await server.stop();
    const [to = ""] = numbers;
    await twilio.receive({ from: "+12025550123", to, body: "Your code is 482913", redacted: true });
    await server.start();
    // The server asks Twilio at its start for what it missed.
    await expect
      .poll(async () => problems(await findings(), "redaction"), { timeout: 20_000 })
      .toMatch(/^1 messages? .*withheld.*30038/);
  });
});
