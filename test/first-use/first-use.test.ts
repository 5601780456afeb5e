/** "Try it" of the README, to the letter, on a machine that has npm: from a clone to a code in an MCP client. */
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { repositoryRoot } from "../../server/src/config/read-environment.ts";
import { codeOf } from "../support/agent-client.ts";
import { freePort } from "../support/free-port.ts";
import { connectClient, type McpClient } from "../support/mcp-clients.ts";
import { cleanMachine, Terminal, users, type CleanMachine } from "./clean-machine.ts";

const FIVE_MINUTES = 300_000;

/** The section's commands: start the server, connect the agent, be the service. */
function readmeCommands(): readonly [start: string, connect: string, simulate: string] {
  const readme = readFileSync(path.join(repositoryRoot, "README.md"), "utf8");
  const [, section = ""] = /\n## Try it[^\n]*\n([\s\S]*?)\n## /.exec(readme) ?? [];
  const blocks = [...section.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, lines = ""]) => lines.trim());
  const [start, connect, simulate] = blocks;
  if (start === undefined || connect === undefined || simulate === undefined || blocks.length !== 3)
    throw new Error(`"Try it" of README.md has ${blocks.length} blocks of commands in place of three.`);
  return [start, connect, simulate];
}

/** What Claude Code starts, by its own configuration. */
async function configuredClient(machine: CleanMachine): Promise<McpClient> {
  const settings: unknown = JSON.parse(readFileSync(path.join(machine.home, ".claude.json"), "utf8"));
  const { mcpServers } = settings as {
    mcpServers: Record<string, { command: string; args: string[]; env?: Record<string, string> }>;
  };
  const entry = mcpServers["agentpass-sms"];
  if (entry === undefined) throw new Error("Claude Code's configuration has no agentpass-sms.");
  const [command, ...args] = machine.asUser([entry.command, ...entry.args]);
  const env = { ...machine.env, ...entry.env };
  return connectClient("v1", { command, args, env, cwd: machine.clone }, { name: "claude-code" });
}

test.each(users)(
  "the README leads from a clone to a code in an MCP client within five minutes, as %s",
  async (user) => {
    const [start, connect, simulate] = readmeCommands();
    const begun = performance.now();
    const machine = cleanMachine(user);
    onTestFinished(() => rmSync(machine.home, { recursive: true, force: true, maxRetries: 5 }));

    const first = new Terminal(machine, { PORT: String(await freePort()) });
    onTestFinished(async () => void (await first.interrupt()));
    first.type(start);
    await first.shows("Listening on");
    const ready = performance.now();

    const second = new Terminal(machine);
    onTestFinished(async () => void (await second.exit()));
    second.type(connect);
    await second.shows("Claude Code is connected");

    const client = await configuredClient(machine);
    onTestFinished(() => client.close());
    const { structuredContent: leased } = await client.callTool({ name: "get_phone_number", arguments: {} });
    const number = String(leased?.["phone_number"]);
    expect(simulate).toContain(`--to ${number} `);
    const answer = client.callTool({
      name: "wait_for_sms",
      arguments: { phone_number: number, timeout: 60_000 },
    });
    second.type(simulate);
    const code = codeOf(await answer);
    const took = performance.now() - begun;
    expect(simulate).toContain(` ${code}"`);
    expect(await second.exit(), second.shown).toBe(0);
    // Ctrl+C ends the server, and `interrupt` comes back only when nothing of it runs any more.
    await first.interrupt();

    const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
    console.log(
      `As ${user}, with empty caches: ${seconds(took)} from the clone to the code, of which ${seconds(ready - begun)} until the server was ready.`,
    );
  },
  FIVE_MINUTES,
);
