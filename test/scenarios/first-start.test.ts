import { randomBytes, randomInt } from "node:crypto";
import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AgentClient, codeOf } from "../support/agent-client.ts";
import { apiClient } from "../support/api-client.ts";
import { connectToEmbedded, killPostgres, waitsOpen } from "../support/embedded-database.ts";
import { RunningServer } from "../support/running-server.ts";
import { verifies } from "../support/verifies.ts";

test(
  verifies(
    "G1",
    "a first start says where it listens, in which mode, and how to connect an agent; so does a later one",
  ),
  async () => {
    await using server = await RunningServer.start();
    const first = server.readyMs;
    const key = server.ownerKey;
    const said = (): string[] => {
      const lines = server.output.split("\n");
      expect(lines).toContain(`Listening on ${server.url}`);
      expect(lines).toContain(
        "Using mock SMS service (development mode - set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, and TWILIO_PHONE_NUMBERS for production)",
      );
      expect(lines).toContainEqual(expect.stringMatching(/^Mode +mock \(TWILIO_ACCOUNT_SID, /));
      expect(lines).toContainEqual(
        expect.stringMatching(
          /^ {2}claude mcp add --scope user agentpass-sms --env AGENTPASS_DATA_DIR=\S+ -- \/\S+ \/\S+\/desktop\/bin\/agentpass-mcp\.js$/,
        ),
      );
      return lines;
    };
    said();
    expect(statSync(join(server.dataFolder, "owner-key")).mode & 0o777).toBe(0o600);
    expect(statSync(join(server.dataFolder, "mock-credentials.json")).mode & 0o777).toBe(0o600);
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    await server.stop();
    server.output = "";
    await server.start();
    said();
    expect(server.ownerKey, "the owner's key is made once").toBe(key);
    expect((await apiClient(server.url, key).number.list.query()).numbers).toHaveLength(10);
    console.log(`ready: first start ${Math.round(first)} ms, later ${Math.round(server.readyMs)} ms`);
  },
);

/** Everything that was written for people to read: what the server and the bridge said, and PostgreSQL's own log. */
function logsOf(server: RunningServer, agent: AgentClient): string {
  const postgres = readdirSync(join(server.dataFolder, "postgres"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".log"))
    .map((name) => readFileSync(join(server.dataFolder, "postgres", name), "utf8"));
  expect(postgres.length).toBeGreaterThan(0);
  return [server.output, agent.stderr, ...postgres].join("\n");
}

/** Eight digits: any six stand by chance among the hex digits of a log's ids now and then. No date begins with 9. */
const longCode = (): string => String(randomInt(90_000_000, 100_000_000));

test(
  verifies(
    "T10",
    "no log holds a code, a text, a key or a whole number, whatever happened and at every level",
  ),
  async () => {
    await using server = await RunningServer.start({ env: { AGENTPASS_LOG_LEVEL: "trace" } });
    await using agent = await AgentClient.connect(server.environment);
    // The first number of the pool stands as an example in the start's own notice.
    await agent.lease("example");
    await agent.lease("canary");
    const to = agent.phoneNumber;
    const from = `+1202555${String(1_000 + Math.floor(Math.random() * 9_000))}`;
    const word = `canary${randomBytes(6).toString("hex")}`;
    const codes = [longCode(), longCode(), longCode(), longCode()] as const;
    const say = (code: string) => `${word}: your code is ${code}`;

    const waiting = agent.wait();
    {
      await using database = await connectToEmbedded(server.dataFolder);
      await waitsOpen(database, to);
    }
    const sms = server.prepareSms(to, say(codes[0]), from);
    expect(await sms.send()).toBe(200);
    expect(codeOf(await waiting)).toBe(codes[0]);
    expect(await sms.send()).toBe(200);
    const { fields } = server.signed({
      MessageSid: `SM${"0".repeat(32)}`,
      To: to,
      From: from,
      Body: say(codes[1]),
    });
    const forged = { fields, headers: { "X-Twilio-Signature": "canary" } };
    expect(await server.post(forged)).toBe(403);
    expect(await server.sms("+12125550199", say(codes[1]), from)).toBe(403);
    const asked = await fetch(
      `${server.url}/webhook/sms-notifications/${encodeURIComponent(to)}?code=${codes[1]}`,
      {
        headers: { authorization: `Bearer ${server.ownerKey}` },
      },
    );
    expect(await asked.text()).toContain(codes[0]);
    await agent.wait({ match: `${word}(`, timeout: 0 });
    await agent.wait({ phone_number: "+12125550199", body_contains: word, timeout: 0 });
    const made = await apiClient(server.url, server.ownerKey).key.create.mutate({
      kind: "agent",
      name: word,
    });
    await apiClient(server.url, `${made.key}x`)
      .agent.getNumber.mutate({})
      .catch(() => {});
    const killing = killPostgres(server.dataFolder);
    await server.sms(to, say(codes[2]), from);
    await killing;
    await server.stop("SIGKILL");
    await server.start();
    expect(await server.sms(to, say(codes[3]), from)).toBe(200);
    await server.stop();

    const logs = logsOf(server, agent);
    expect(logs, "the log is that of this scenario").toMatch(
      /An SMS was stored.*A repeated SMS changed nothing/s,
    );
    const { agentKey, authToken } = server.mockCredentials;
    const keys = [agentKey, authToken, server.ownerKey, made.key];
    const canaries = [...codes, word, from, to, from.slice(2), to.slice(2), ...keys];
    expect(canaries.filter((canary) => logs.includes(canary))).toEqual([]);
  },
);

test("a start without its database says so in one line, and that it cannot start", async () => {
  const server = new RunningServer({
    env: {
      DATABASE_URL: "postgresql://somebody:their-password@127.0.0.1:1/agentpass",
      AGENTPASS_MASTER_KEY: `k1:${randomBytes(32).toString("base64")}`,
    },
  });
  try {
    await expect(server.start()).rejects.toThrow("the server ended with 1");
    expect(server.output).toBe(
      "AgentPass SMS cannot start: PostgreSQL at 127.0.0.1:1 (DATABASE_URL) cannot be used: nobody listens there. Start it, or correct the host and the port.\n",
    );
  } finally {
    rmSync(server.dataFolder, { recursive: true });
  }
});
