import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { execFile } from "node:child_process";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { parse } from "smol-toml";
import { clientConfigs } from "../support/client-configs.ts";
import { runProgram } from "../support/run-program.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

/**
 * The real programs, where somebody has them: `npm install @anthropic-ai/claude-code @openai/codex` in a folder, and
 * AGENTPASS_CLIENT_PROGRAMS=FOLDER/node_modules/.bin. They need no account and no network for this.
 */
const programs = process.env["AGENTPASS_CLIENT_PROGRAMS"] ?? "";
const run = promisify(execFile);

function someone() {
  const home = temporaryFolder();
  const env = { PATH: process.env["PATH"], HOME: home };
  return {
    home,
    agentpass: (...args: string[]) =>
      runProgram("server/src/cli/agentpass.ts", args, { HOME: home, AGENTPASS_DATA_DIR: join(home, "data") }),
    program: async (name: string, ...args: string[]) =>
      (await run(join(programs, name), args, { env, cwd: home, timeout: 60_000 })).stdout,
  };
}

test.skipIf(!existsSync(join(programs, "claude")))(
  "Claude Code starts what Connect wrote for it",
  async () => {
    const { home, agentpass, program } = someone();
    const file = join(home, ".claude.json");
    writeFileSync(file, clientConfigs["claude-code"]);
    expect(await agentpass("connect", "claude-code")).toMatchObject({ exitCode: 0 });
    expect(await program("claude", "mcp", "get", "agentpass-sms")).toMatch(
      /User config[^]*Connected[^]*agentpass-mcp\.js/,
    );
    const written = JSON.parse(readFileSync(file, "utf8")).mcpServers["agentpass-sms"];
    await program("claude", "mcp", "remove", "--scope", "user", "agentpass-sms");
    const variables = Object.entries(written.env).flatMap(([name, value]) => [
      "--env",
      `${name}=${String(value)}`,
    ]);
    const command = ["--", written.command, ...written.args];
    await program("claude", "mcp", "add", "--scope", "user", "agentpass-sms", ...variables, ...command);
    expect(JSON.parse(readFileSync(file, "utf8")).mcpServers["agentpass-sms"]).toEqual(written);
    expect((await agentpass("clients")).stdout).toMatch(/claude-code +connected/);
  },
);

test.skipIf(!existsSync(join(programs, "codex")))("Codex reads what Connect wrote for it", async () => {
  const { home, agentpass, program } = someone();
  const file = join(home, ".codex/config.toml");
  mkdirSync(dirname(file));
  writeFileSync(file, clientConfigs.codex);
  expect(await agentpass("connect", "codex")).toMatchObject({ exitCode: 0 });
  const read = JSON.parse(await program("codex", "mcp", "get", "agentpass-sms", "--json"));
  expect(read).toMatchObject({ enabled: true, transport: { type: "stdio", command: process.execPath } });
  const before = parse(readFileSync(file, "utf8"));
  const { command, args, env } = read.transport;
  const variables = Object.entries(env).flatMap(([name, value]) => ["--env", `${name}=${String(value)}`]);
  await program("codex", "mcp", "remove", "agentpass-sms");
  await program("codex", "mcp", "add", "agentpass-sms", ...variables, "--", command, ...args);
  expect(parse(readFileSync(file, "utf8"))).toEqual(before);
  expect((await agentpass("clients")).stdout).toMatch(/codex +connected/);
  expect(await agentpass("disconnect", "codex")).toMatchObject({ exitCode: 0 });
  expect(await program("codex", "mcp", "list")).not.toContain("agentpass-sms");
});
