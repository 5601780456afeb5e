import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { clientIds } from "@agentpass/shared/client-ids";
import { clientConfigs } from "../support/client-configs.ts";
import { runProgram, type ProgramEnd } from "../support/run-program.ts";
import { RunningServer } from "../support/running-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/** `agentpass …` of a person whose home is `home`. */
function commandAt(home: string, env: Record<string, string>) {
  return (...args: string[]): Promise<ProgramEnd> =>
    runProgram("server/src/cli/agentpass.ts", args, { HOME: home, ...env });
}

test("a client is connected, verified against the running server, and disconnected by command", async () => {
  await using server = await RunningServer.start();
  const home = temporaryFolder();
  const agentpass = commandAt(home, { AGENTPASS_DATA_DIR: server.dataFolder });
  const file = join(home, ".codex/config.toml");
  mkdirSync(dirname(file));
  writeFileSync(file, clientConfigs.codex);

  const shown = await agentpass("connect", "codex", "--print");
  expect(shown.stdout).toContain("+ [mcp_servers.agentpass-sms]");
  expect(readFileSync(file, "utf8")).toBe(clientConfigs.codex);

  const connected = await agentpass("connect", "codex");
  expect(connected).toMatchObject({ exitCode: 0, stderr: "" });
  expect(connected.stdout).toContain(`Codex is connected (${file})`);
  expect(connected.stdout).toContain(join(server.dataFolder, "client-backups"));
  expect(readFileSync(file, "utf8")).toContain(`AGENTPASS_DATA_DIR = "${server.dataFolder}"`);

  const listed = await agentpass("clients", "--json");
  const states = JSON.parse(listed.stdout).map(({ id, state }: { id: string; state: string }) => [id, state]);
  expect(states).toEqual(clientIds.map((id) => [id, id === "codex" ? "connected" : "absent"]));

  const verified = await agentpass("verify", "codex");
  expect(verified, verified.stdout + verified.stderr).toMatchObject({ exitCode: 0 });
  expect(verified.stdout.match(/^ {2}ok /gm)).toHaveLength(6);

  await server.stop();
  const alone = await agentpass("verify", "codex", "--json");
  expect(alone.exitCode).toBe(1);
  expect(JSON.parse(alone.stdout).checks.at(-1)).toMatchObject({
    name: "AgentPass can be reached",
    ok: false,
  });

  expect(await agentpass("disconnect", "codex")).toMatchObject({ exitCode: 0 });
  expect(readFileSync(file, "utf8")).toBe(clientConfigs.codex);
});

test("a file that cannot be understood is refused with its line, and exit code 6", async () => {
  const home = temporaryFolder();
  const agentpass = commandAt(home, { AGENTPASS_DATA_DIR: join(home, "data") });
  mkdirSync(join(home, ".cursor"));
  writeFileSync(join(home, ".cursor/mcp.json"), "{\n  oh\n}");
  const refused = await agentpass("connect", "cursor");
  expect(refused).toMatchObject({ exitCode: 6, stdout: "" });
  expect(refused.stderr).toContain(`${home}/.cursor/mcp.json, line 2: this is no valid JSON`);
  expect(existsSync(join(home, "data"))).toBe(false);
});
