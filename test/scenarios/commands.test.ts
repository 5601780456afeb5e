import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";
import { startDemoServer, type DemoServer } from "../../server/src/cli/demo-server.ts";
import { freePort } from "../support/free-port.ts";
import { runProgram } from "../support/run-program.ts";
import { verifies } from "../support/verifies.ts";

let server: DemoServer;
beforeAll(async () => {
  server = await startDemoServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const agentpass = (args: string[], env: Record<string, string> = {}) =>
  runProgram("server/src/cli/agentpass.ts", args, { AGENTPASS_DATA_DIR: server.dataFolder, ...env });
const simulate = (args: string[]) =>
  runProgram("server/src/cli/simulate.ts", args, { AGENTPASS_DATA_DIR: server.dataFolder });

describe("pnpm agentpass", () => {
  it(
    verifies("key-create", "makes, lists and revokes keys, by the owner's key of the data folder"),
    async () => {
      const created = await agentpass(["key", "create", "--kind", "agent", "--name", "Test agent", "--json"]);
      expect(created, created.stderr).toMatchObject({ exitCode: 0, stderr: "" });
      const made = JSON.parse(created.stdout) as { key: string; id: string; prefix: string };
      expect(made).toMatchObject({
        kind: "agent",
        name: "Test agent",
        agentId: expect.any(String),
        key: expect.any(String),
      });

      const listed = await agentpass(["key", "list"]);
      expect(listed.stdout).toMatch(new RegExp(`^${made.prefix} +agent +Test agent +`, "m"));
      expect(listed.stdout).not.toContain(made.key);

      const asAgent = { AGENTPASS_API_KEY: made.key };
      expect(await agentpass(["number", "list"], asAgent)).toMatchObject({
        exitCode: 4,
        stderr: expect.stringContaining("admin"),
      });
      expect(await agentpass(["message", "list"], asAgent)).toMatchObject({ exitCode: 0 });

      expect(await agentpass(["key", "revoke", made.id])).toMatchObject({
        exitCode: 2,
        stderr: expect.stringContaining(`type: pnpm agentpass key revoke ${made.id} --yes`),
      });
      expect(await agentpass(["message", "list"], asAgent)).toMatchObject({ exitCode: 0 });
      expect(await agentpass(["key", "revoke", made.id, "--yes"])).toMatchObject({
        exitCode: 0,
        stdout: expect.stringContaining("is revoked"),
      });
      expect(await agentpass(["key", "revoke", made.id, "--yes"])).toMatchObject({
        exitCode: 0,
        stdout: expect.stringContaining("revoked before"),
      });
      expect(await agentpass(["message", "list"], asAgent)).toMatchObject({
        exitCode: 4,
        stderr: expect.stringContaining("AGENTPASS_API_KEY"),
      });
    },
  );

  it("gets a number and takes a code with an agent's key", async () => {
    const created = await agentpass(["key", "create", "--kind", "agent", "--name", "Waiter", "--json"]);
    const asAgent = { AGENTPASS_API_KEY: (JSON.parse(created.stdout) as { key: string }).key };
    const { stdout } = await agentpass(["lease", "get"], asAgent);
    const number = stdout.trim();
    expect(number).toMatch(/^\+1555\d{7}$/);
    expect(await agentpass(["lease", "get"], asAgent)).toMatchObject({ stdout });
    const wait = (...more: string[]) => agentpass(["message", "wait", "--number", number, ...more], asAgent);
    const [waited] = await Promise.all([
      wait("--timeout", "30s"),
      // Later than the wait begins, so that the answer is pushed.
      simulate(["--to", number, "--body", "Your code is 482913", "--delay", "4000"]),
    ]);
    expect(waited).toMatchObject({ exitCode: 0, stdout: "482913\n" });
    const again = await wait("--timeout", "1s", "--json");
    expect(again).toMatchObject({ exitCode: 1 });
    expect(JSON.parse(again.stdout)).toMatchObject({ status: "timeout" });
    expect(await wait("--service", "x".repeat(300))).toMatchObject({ exitCode: 2 });
    const foreign = await agentpass(["message", "wait", "--number", "+15550001111"], asAgent);
    expect(foreign).toMatchObject({ exitCode: 5 });
  });

  it("asks on a terminal before it ends a key, and keeps it where the answer is no", async () => {
    const created = await agentpass(["key", "create", "--kind", "agent", "--name", "Kept", "--json"]);
    const { key, prefix } = JSON.parse(created.stdout) as { key: string; prefix: string };
    const typed = async (answer: string) => {
      const program = path.join(repositoryRoot, "server/src/cli/agentpass.ts");
      // `script` gives it a terminal, and hands its exit code on.
      const command = `${process.execPath} ${program} key revoke ${prefix}`;
      const child = spawn("script", ["--quiet", "--return", "--flush", "--command", command, "/dev/null"], {
        env: {
          PATH: process.env["PATH"],
          AGENTPASS_ENV_FILE: "/dev/null",
          AGENTPASS_DATA_DIR: server.dataFolder,
        },
      });
      let shown = "";
      child.stdout.on("data", (chunk: Buffer) => {
        if (!shown.includes("[y/N]") && (shown + chunk.toString()).includes("[y/N]"))
          child.stdin.write(`${answer}\n`);
        shown += chunk.toString();
      });
      const [exitCode] = (await once(child, "exit")) as [number];
      return { exitCode, shown };
    };
    expect(await typed("n")).toMatchObject({
      exitCode: 6,
      shown: expect.stringContaining("Nothing was done"),
    });
    expect(await agentpass(["message", "list"], { AGENTPASS_API_KEY: key })).toMatchObject({ exitCode: 0 });
    expect(await typed("y")).toMatchObject({ exitCode: 0, shown: expect.stringContaining("revoked") });
  });

  it("completes names that the server knows", async () => {
    const agents = await agentpass(["completion", "agents"]);
    expect(agents.stdout.split("\n")).toContain("Kept");
    expect((await agentpass(["completion", "numbers"])).stdout.split("\n")).toContain("+15551234567");
    expect((await agentpass(["completion", "members"])).stdout.trim()).not.toBe("");
  });

  it("shows and changes settings, durations with their unit", async () => {
    const listed = await agentpass(["settings", "list"]);
    expect(listed.stdout).toMatch(/^quarantineMs +24h +24h +How long/m);
    expect(await agentpass(["settings", "set", "quarantineMs", "1h30m"])).toMatchObject({
      exitCode: 0,
      stdout: "quarantineMs = 1h30m (default 24h)\n",
    });
    expect(await agentpass(["settings", "set", "quarantineMs", "24"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("30m, 24h"),
    });
    expect(await agentpass(["settings", "set", "leaseIdleMs", "1s"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("leaseIdleMs"),
    });
    const erasing = ["settings", "set", "bodyRetentionMs", "1h"];
    expect(await agentpass(erasing)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("--yes") });
    expect(await agentpass([...erasing, "--yes"])).toMatchObject({ exitCode: 0 });
    for (const name of ["quarantineMs", "bodyRetentionMs"])
      expect(await agentpass(["settings", "set", name, "default"])).toMatchObject({
        exitCode: 0,
        stdout: `${name} = 24h (default 24h)\n`,
      });
    const one = await agentpass(["settings", "get", "agentBodies", "--json"]);
    expect(JSON.parse(one.stdout)).toMatchObject({ name: "agentBodies", value: true, default: true });
    expect(await agentpass(["settings", "get", "agentBody"])).toMatchObject({ exitCode: 2 });
  });

  it("takes server and key from the environment too, the key also from a file", async () => {
    const elsewhere = { AGENTPASS_DATA_DIR: "/nowhere", AGENTPASS_API_URL: server.url };
    const ownerKey = path.join(server.dataFolder, "owner-key");
    const byFile = await agentpass(["number", "list", "--json"], {
      ...elsewhere,
      AGENTPASS_API_KEY_FILE: ownerKey,
    });
    expect(byFile, byFile.stderr).toMatchObject({ exitCode: 0 });
    expect((JSON.parse(byFile.stdout) as { numbers: unknown[] }).numbers).toHaveLength(10);
    const byValue = await agentpass(["number", "list"], {
      ...elsewhere,
      AGENTPASS_API_KEY: readFileSync(ownerKey, "utf8"),
    });
    expect(byValue.stdout).toMatch(/^\+15551234576 +available/m);
  });

  it("says with its exit code and a mend what went wrong", async () => {
    expect(await agentpass(["key", "revoke", "nobody", "--yes"])).toMatchObject({
      exitCode: 5,
      stderr: expect.stringContaining("key list"),
    });
    expect(await agentpass(["key", "create"])).toMatchObject({ exitCode: 2 });
    expect(await agentpass(["message", "list", "--number", "5551234567"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('did you mean "+5551234567"'),
    });
    expect(await agentpass(["key", "list"], { AGENTPASS_DATA_DIR: "/nowhere" })).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining("pnpm start"),
    });
    const unreachable = {
      AGENTPASS_API_URL: `http://127.0.0.1:${await freePort()}`,
      AGENTPASS_API_KEY: "x",
    };
    expect(await agentpass(["key", "list"], unreachable)).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining("ECONNREFUSED"),
    });
    expect(await agentpass(["key", "list"], { AGENTPASS_DATA_DIR: "relative" })).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("absolute path"),
    });
  });
});

describe("pnpm agentpass sql", () => {
  it(
    verifies(
      "G5-sql",
      "answers a SELECT from the database, without what is encrypted there, and changes nothing",
    ),
    async () => {
      await simulate(["--to", "+15551234575", "--body", "Your code is 482913"]);
      const select = "select * from sms_notifications where phone_number = '+15551234575';";
      const arrived = await agentpass(["sql", select, "--json"]);
      expect(JSON.parse(arrived.stdout)).toMatchObject([
        { phone_number: "+15551234575", state: "available" },
      ]);
      expect(arrived.stdout).not.toContain("482913");
      const change =
        "select * from messages) as x; delete from messages where id in (select id from messages";
      const escape = "select 1) as x; commit; reset role; delete from messages; select from (select 1";
      for (const refused of [change, escape, "delete from messages returning id"])
        expect(await agentpass(["sql", refused]), refused).toMatchObject({
          exitCode: 2,
          stderr: expect.stringContaining("PostgreSQL refuses this"),
        });
      const commented = select.replace(";", " -- as before");
      expect((await agentpass(["sql", commented, "--json"])).stdout).toBe(arrived.stdout);
    },
  );
});

test(
  verifies("admin-script", "the script of docs/api.md has at most ten lines, and lists the pool"),
  async () => {
    const script = "server/examples/admin-script.ts";
    const source = readFileSync(path.join(repositoryRoot, script), "utf8");
    expect(source.split("\n").filter(Boolean).length).toBeLessThanOrEqual(10);
    expect(readFileSync(path.join(repositoryRoot, "docs/api.md"), "utf8")).toContain(source);
    const key = readFileSync(path.join(server.dataFolder, "owner-key"), "utf8").trim();
    const { stdout, stderr } = await runProgram(script, [], {
      AGENTPASS_API_URL: server.url,
      AGENTPASS_API_KEY: key,
    });
    expect(stderr).toBe("");
    expect(stdout.trimEnd().split("\n")).toHaveLength(10);
    expect(stdout).toMatch(/^\+15551234576 available$/m);
  },
);

describe("pnpm simulate", () => {
  it(
    verifies(["simulate", "simulated-marked"], "brings a message once, however often it is delivered"),
    async () => {
      const sent = await simulate([
        "--to",
        "+15551234570",
        "--body",
        "Your code is 482913",
        "--from",
        "+12025550199",
        "--duplicate",
        "2",
      ]);
      expect(sent, sent.stderr).toMatchObject({ exitCode: 0, stderr: "" });
      expect(sent.stdout).toMatch(/200 in .*: stored\n.*200 in .*repeat 1.*\n.*200 in .*repeat 2/);
      const [id] = /SM[0-9a-f]{32}/.exec(sent.stdout) ?? [];
      const listed = await agentpass(["message", "list", "--number", "+15551234570", "--json"]);
      expect(JSON.parse(listed.stdout)).toMatchObject({
        messages: [{ id, from: "+12025550199", to: "+15551234570", simulated: true }],
      });
      expect((JSON.parse(listed.stdout) as { messages: unknown[] }).messages).toHaveLength(1);
    },
  );

  it(verifies("always-validated", "exits 1 when the server refuses"), async () => {
    const bad = await simulate(["--to", "+15551234570", "--body", "x", "--bad-signature"]);
    expect(bad).toMatchObject({
      exitCode: 1,
      stdout: expect.stringMatching(/403 in .*refused: X-Twilio-Signature does not match/),
    });
    const foreign = await simulate(["--to", "+15550000000", "--body", "x"]);
    expect(foreign).toMatchObject({
      exitCode: 1,
      stdout: expect.stringMatching(/403 in .*refused: To is not in this server's pool/),
    });
  });

  it("exits 2 on a number that is none, and names the one meant", async () => {
    expect(await simulate(["--to", "1 555 123 4567", "--body", "x"])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("+15551234567"),
    });
    expect(await simulate(["--to", "+15551234567", "--body", "x", "--duplicate", "-1"])).toMatchObject({
      exitCode: 2,
    });
  });
});
