import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { bridgeCommands } from "../support/bridge-commands.ts";

describe.each(bridgeCommands)("the bridge from $form, started by a person", ({ command, args }) => {
  const env = { PATH: "/usr/bin:/bin", AGENTPASS_DATA_DIR: "/nonexistent" };

  test("--version prints the version alone", () => {
    expect(execFileSync(command, [...args, "--version"], { env }).toString()).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test("--help says how a client is told of this very program", () => {
    const help = execFileSync(command, [...args, "--help"], { env }).toString();
    const entry: unknown = JSON.parse(/^ {2}(\{.*\})$/m.exec(help)?.[1] ?? "");
    const named = args.length === 0 ? { command } : { command, args };
    expect(entry).toEqual({ mcpServers: { "agentpass-sms": named } });
    expect(help).toContain("AGENTPASS_API_KEY");
  });

  test("in a terminal it says the same, and ends", () => {
    const line = [command, ...args].join(" ");
    expect(execFileSync("script", ["-qec", line, "/dev/null"], { env }).toString()).toContain(
      "MCP clients start it",
    );
  });
});
