import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDemoServer, type DemoServer } from "../../server/src/cli/demo-server.ts";
import { apiClient } from "../support/api-client.ts";
import { runProgram } from "../support/run-program.ts";

let server: DemoServer;
beforeAll(async () => {
  server = await startDemoServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const agentpass = (...args: string[]) =>
  runProgram("server/src/cli/agentpass.ts", args, { AGENTPASS_DATA_DIR: server.dataFolder });
const jsonOf = async (...args: string[]): Promise<unknown> => {
  const { exitCode, stdout, stderr } = await agentpass(...args, "--json");
  expect(exitCode, stderr).toBe(0);
  return JSON.parse(stdout);
};

async function leaseBy(name: string): Promise<string> {
  const { key } = (await jsonOf("key", "create", "--kind", "agent", "--name", name)) as { key: string };
  return (await apiClient(server.url, key).agent.getNumber.mutate({})).phoneNumber;
}

describe("pnpm agentpass number", () => {
  it("takes a leased number out of use, but not without being asked, and back in", async () => {
    const number = await leaseBy("Shop agent");
    expect(await jsonOf("number", "list", "--state", "leased")).toMatchObject({
      numbers: [{ phoneNumber: number, agentName: "Shop agent" }],
    });
    const unasked = await agentpass("number", "suspend", number);
    expect(unasked).toMatchObject({ exitCode: 2 });
    expect(unasked.stderr).toMatch(/The agent "Shop agent" holds it: its lease ends/);
    expect(unasked.stderr).toContain(`number suspend ${number} --yes`);

    const suspended = await agentpass("number", "suspend", number, "--yes");
    expect(suspended.stdout).toContain(`${number} is suspended. The lease of "Shop agent" has ended.`);
    expect(await agentpass("number", "suspend", number, "--yes")).toMatchObject({
      exitCode: 6,
      stderr: expect.stringContaining("is suspended, so there is nothing to do"),
    });
    expect((await agentpass("number", "resume", number)).stdout).toContain(`${number} is quarantined until`);
    expect((await agentpass("number", "lift", number, "--yes")).stdout).toContain(`${number} is available.`);
    expect((await agentpass("number", "history", number)).stdout).toMatch(/Shop agent .* admin /);
  });

  it("says how the pool stands", async () => {
    expect((await agentpass("number", "state")).stdout).toMatch(/^available +\d+$/m);
    expect(await jsonOf("number", "state")).toMatchObject({ counts: { retired: 0 }, beingBought: 0 });
  });

  it("names what is wrong with its input, and the mend", async () => {
    expect(await agentpass("number", "add", "0049 1511 2345678")).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('did you mean "+4915112345678"'),
    });
    expect(await agentpass("number", "history", "+15550009999")).toMatchObject({
      exitCode: 5,
      stderr: expect.stringContaining("number list"),
    });
    // There is nobody to be asked: the reason comes before the question.
    const released = await agentpass("number", "release", "+15551234570");
    expect(released).toMatchObject({ exitCode: 6 });
    expect(released.stderr).toMatch(/^phoneNumber: \+15551234570 is a simulated number, .* number retire /);
    expect(await agentpass("number", "import")).toMatchObject({
      exitCode: 6,
      stderr: expect.stringContaining("no Twilio account"),
    });
    expect(await agentpass("number", "provision", "--country", "US", "--yes")).toMatchObject({
      exitCode: 6,
      stderr: expect.stringContaining("TWILIO_ACCOUNT_SID"),
    });
    expect(await agentpass("number", "share", "+15551234567", "--member", "Nobody")).toMatchObject({
      exitCode: 5,
      stderr: expect.stringContaining('no member "Nobody"'),
    });
  });
});

describe("pnpm agentpass lease", () => {
  it("lists leases and ends one", async () => {
    const number = await leaseBy("Mail agent");
    const { leases } = (await jsonOf("lease", "list", "--agent", "Mail agent")) as {
      leases: { id: string }[];
    };
    expect(leases).toMatchObject([{ phoneNumber: number, endedAt: null }]);
    const id = leases[0]?.id ?? "";
    expect((await agentpass("lease", "end", id, "--yes")).stdout).toContain(
      `Mail agent no longer holds ${number}, which rests until`,
    );
    expect(await agentpass("lease", "end", id, "--yes")).toMatchObject({ exitCode: 6 });
    expect((await agentpass("lease", "list", "--state", "ended", "--number", number)).stdout).toContain(
      "admin",
    );
  });
});
