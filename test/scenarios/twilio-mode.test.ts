import { spawn, type ChildProcess } from "node:child_process";
import { verifies } from "../support/verifies.ts";
import { once } from "node:events";
import path from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";
import { AgentClient, codeOf } from "../support/agent-client.ts";
import { apiClient } from "../support/api-client.ts";
import { freePort } from "../support/free-port.ts";
import { RunningServer } from "../support/running-server.ts";

const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill("SIGTERM");
    await once(child, "exit");
  }
});

/** `agentpass twilio-emulator` as a person starts it; gives what it prints for the server's environment. */
async function emulatorCommand(webhook: string): Promise<{ env: Record<string, string>; url: string }> {
  const program = path.join(repositoryRoot, "server/src/cli/agentpass.ts");
  const child = spawn(process.execPath, [program, "twilio-emulator", "--port", "0", "--webhook", webhook], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  let output = "";
  for await (const chunk of child.stdout) {
    output += String(chunk);
    if (output.includes("Ctrl-C")) break;
  }
  const lines = [...output.matchAll(/^([A-Z_]+)=(\S+) \\$/gm)].map(([, name = "", value = ""]) => [
    name,
    value,
  ]);
  const env = Object.fromEntries(lines) as Record<string, string>;
  return { env, url: env["TWILIO_API_BASE_URL"] ?? "" };
}

describe("Twilio mode without a Twilio account", () => {
  test(
    verifies("G2", "brings a code from the emulator to an agent's bridge, and says what Twilio withholds"),
    async () => {
      const port = await freePort();
      const { env, url } = await emulatorCommand(`http://127.0.0.1:${port}/webhook/sms-received`);
      expect(Object.keys(env)).toEqual([
        "TWILIO_ACCOUNT_SID",
        "TWILIO_AUTH_TOKEN",
        "TWILIO_API_BASE_URL",
        "TWILIO_PHONE_NUMBERS",
        "AGENTPASS_API_URL",
      ]);
      await using server = await RunningServer.start({ env: { ...env, PORT: String(port) } });
      expect(server.output).toContain("Using Twilio SMS service (production mode)");
      expect(server.output).toContain("Initialized with 2 phone numbers in pool");
      const owner = apiClient(`http://127.0.0.1:${port}`, server.ownerKey);
      const { key } = await owner.key.create.mutate({ kind: "agent", name: "an agent" });
      await using agent = await AgentClient.connect({ ...server.environment, AGENTPASS_API_KEY: key });
      const to = await agent.lease();
      const send = async (fields: object) => {
        const sent = await fetch(`${url}/emulator/messages`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ from: "+12025550147", to, ...fields }),
        });
        return (await sent.json()) as { delivered: boolean };
      };
      const leased = Date.now();
      const wait = agent.wait();
      expect(await send({ body: "Your code is 482913" })).toMatchObject({ delivered: true });
      expect(codeOf(await wait)).toBe("482913");

      const second = agent.wait();
      // Twilio lists whole seconds, and what came in the lease's first one is nobody's.
      await vi.waitUntil(() => Math.floor(Date.now() / 1000) > Math.floor(leased / 1000));
      expect(await send({ body: "Your code is 482914", redacted: true })).toMatchObject({ delivered: false });
      const answer = await second;
      expect(answer.structuredContent).toMatchObject({ status: "provider_blocked" });
      expect(String(answer.structuredContent?.["message"])).toContain("30038");
      const listed = await agent.call("list_sms");
      expect(JSON.stringify(listed.structuredContent)).toContain('"state":"provider_blocked"');
    },
  );
});
