import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  gatewayKinds,
  type GatewayKind,
  type NewGateway,
  type TestedGateway,
} from "@agentpass/shared/gateway-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { androidFixture } from "../../server/src/gateways/android-sms-gateway.test-support.ts";
import type { GatewayFixture } from "../../server/src/gateways/gateway-fixture.test-support.ts";
import { httpSmsFixture } from "../../server/src/gateways/httpsms.test-support.ts";
import { textBeeFixture } from "../../server/src/gateways/textbee.test-support.ts";
import { AgentClient, codeOf } from "../support/agent-client.ts";
import { runProgram, type ProgramEnd } from "../support/run-program.ts";
import { randomCode, RunningServer } from "../support/running-server.ts";

const fixtures: Record<GatewayKind, GatewayFixture> = {
  "android-sms-gateway": androidFixture,
  httpsms: httpSmsFixture,
  textbee: textBeeFixture,
};
const numbers: Record<GatewayKind, string> = {
  "android-sms-gateway": "+4915112345671",
  httpsms: "+4915112345672",
  textbee: "+4915112345673",
};

let server: RunningServer;
let agent: AgentClient;
beforeAll(async () => {
  server = await RunningServer.start({ env: { AGENTPASS_MODE: "gateway" } });
  const made = await agentpass("key", "create", "--kind", "agent", "--name", "agent", "--json");
  const { key } = JSON.parse(made.stdout) as { key: string };
  agent = await AgentClient.connect({ ...server.environment, AGENTPASS_API_KEY: key });
});
afterAll(async () => {
  await agent[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

const agentpass = (...args: string[]): Promise<ProgramEnd> =>
  runProgram("server/src/cli/agentpass.ts", args, { AGENTPASS_DATA_DIR: server.dataFolder });

const nameOf = (kind: GatewayKind): string => `my-${kind}`;

/** Posts what the gateway of this kind would, as its documentation says. */
async function deliver(
  gateway: Pick<NewGateway, "kind" | "url" | "secret">,
  sms: { id: string; body: string; at?: number; signedAt?: number },
): Promise<number> {
  const fixture = fixtures[gateway.kind];
  const { at = Date.now(), signedAt = Date.now() } = sms;
  const content = fixture.payload({ from: "+12025550123", to: numbers[gateway.kind], ...sms, at });
  const { headers, body } = fixture.sign(content, { ...gateway, at: signedAt });
  const response = await fetch(gateway.url, { method: "POST", headers, body });
  await response.text();
  return response.status;
}

describe("a server with SMS gateways only", () => {
  it("says at its start what it is and what to do next", () => {
    expect(server.output).toContain("Using SMS gateways (production mode)");
    expect(server.output).toContain("pnpm agentpass gateway add my-phone --kind android-sms-gateway");
  });

  it.each(gatewayKinds)("brings an agent the code that came to a phone with %s", async (kind) => {
    const name = nameOf(kind);
    const added = await agentpass("gateway", "add", name, "--kind", kind, "--json");
    expect(added, added.stderr).toMatchObject({ exitCode: 0 });
    const gateway = JSON.parse(added.stdout) as NewGateway;
    expect(gateway.url).toBe(`${server.url}/webhook/gateway/${name}`);
    expect(await agentpass("number", "add", numbers[kind], "--provider", name)).toMatchObject({
      exitCode: 0,
    });
    expect(await agent.lease(kind)).toBe(numbers[kind]);

    const code = randomCode();
    const waiting = agent.wait();
    const sms = { id: `sms-of-${kind}`, body: `Your GitHub code is ${code}` };
    expect(await deliver({ ...gateway, secret: "the-secret-of-another-gateway" }, sms)).toBe(403);
    expect(await deliver(gateway, sms)).toBe(200);
    expect(codeOf(await waiting)).toBe(code);

    expect(await deliver(gateway, sms)).toBe(200);
    const listed = await agentpass("message", "list", "--number", numbers[kind], "--json");
    expect(JSON.parse(listed.stdout)).toMatchObject({ messages: [{ id: sms.id, simulated: false }] });
    expect((JSON.parse(listed.stdout) as { messages: unknown[] }).messages).toHaveLength(1);
  });

  it("tries a gateway out, and marks the message as simulated wherever it is shown", async () => {
    const name = nameOf("httpsms");
    const code = randomCode();
    const tested = await agentpass("gateway", "test", name, "--body", `Your code is ${code}`, "--json");
    expect(tested, tested.stderr).toMatchObject({ exitCode: 0 });
    const { messageId, to } = JSON.parse(tested.stdout) as TestedGateway;
    expect(JSON.parse(tested.stdout)).toMatchObject({ taken: true, httpStatus: 200, to: numbers.httpsms });
    expect(codeOf(await agent.wait({ phone_number: to }))).toBe(code);
    const listed = await agentpass("message", "list", "--number", to, "--json");
    expect(JSON.parse(listed.stdout)).toMatchObject({ messages: [{ id: messageId, simulated: true }, {}] });
  });

  it("takes messages under both secrets while one is rotated, and under the old one no longer than that", async () => {
    const file = join(server.dataFolder, "secret.txt");
    const kind = "textbee";
    const added = await agentpass("gateway", "list", "--json");
    const { url = "" } = (JSON.parse(added.stdout) as NewGateway[]).find((one) => one.kind === kind) ?? {};
    writeFileSync(file, "a-secret-of-our-own-choice\n");
    const rotate = (...more: string[]) =>
      agentpass("gateway", "rotate-secret", nameOf(kind), "--json", ...more);
    const first = JSON.parse((await rotate("--secret-file", file)).stdout) as NewGateway;
    expect(first.secret).toBe("a-secret-of-our-own-choice");
    const second = JSON.parse((await rotate()).stdout) as NewGateway;
    for (const [id, { secret }] of Object.entries({ first, second }))
      expect(await deliver({ kind, url, secret }, { id, body: "x" }), id).toBe(200);
    const third = JSON.parse((await rotate("--overlap", "0s")).stdout) as NewGateway;
    expect(await deliver({ kind, url, secret: second.secret }, { id: "late", body: "x" })).toBe(403);
    expect(await deliver({ kind, url, secret: third.secret }, { id: "new", body: "x" })).toBe(200);
  });

  it("asks before it removes a gateway, and retires its numbers with it", async () => {
    const name = nameOf("android-sms-gateway");
    const asked = await agentpass("gateway", "remove", name);
    expect(asked).toMatchObject({ exitCode: 2 });
    expect(asked.stderr).toContain(`Its numbers are retired, leases of them end`);
    expect(asked.stderr).toContain(numbers["android-sms-gateway"]);
    const removed = await agentpass("gateway", "remove", name, "--yes");
    expect(removed, removed.stderr).toMatchObject({ exitCode: 0 });
    expect(removed.stdout).toContain(
      `${numbers["android-sms-gateway"]} is retired. The lease of "agent" has ended.`,
    );
    expect((await agentpass("gateway", "list")).stdout).not.toContain(name);
    expect(await agentpass("gateway", "test", name, "--body", "x")).toMatchObject({ exitCode: 5 });
    const history = await agentpass("audit", "list", "--action", "gateway");
    for (const action of ["added", "tested", "secret_rotated", "removed"])
      expect(history.stdout).toContain(`gateway.${action}`);
  });

  it("does not become a mock server by accident afterwards", async () => {
    await server.stop();
    const started = await runProgram("server/src/main.ts", [], {
      AGENTPASS_DATA_DIR: server.dataFolder,
      PORT: "0",
    });
    expect(started.exitCode).toBe(1);
    expect(started.stderr).toContain("has held real numbers");
    expect(started.stderr).toContain("AGENTPASS_MODE=gateway");
  });
});
