import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { verifies } from "../../../test/support/verifies.ts";
import { loadConfig } from "../config/load-config.ts";
import { readEnvironment } from "../config/read-environment.ts";
import { mcpCommand } from "./notices.ts";

test(
  verifies(
    "claude-line",
    "the line that connects Claude Code works from any folder, whatever the data folder is called",
  ),
  () => {
    const dataFolder = "/home/kim/it's my data";
    const loaded = loadConfig(readEnvironment({ real: { AGENTPASS_DATA_DIR: dataFolder }, dotEnv: "" }));
    if (!loaded.ok) throw new Error(loaded.faults.join("\n"));
    const line = mcpCommand(loaded.config).replace(/^claude /, String.raw`printf '%s\n' `);
    const words = execFileSync("sh", ["-c", line], { encoding: "utf8" }).trimEnd().split("\n");
    const [node = "", bridge = ""] = words.splice(-2);
    const added = ["mcp", "add", "--scope", "user", "agentpass-sms"];
    expect(words).toEqual([...added, "--env", `AGENTPASS_DATA_DIR=${dataFolder}`, "--"]);
    for (const program of [node, bridge])
      expect([path.isAbsolute(program), existsSync(program)], program).toEqual([true, true]);
    expect(bridge).toMatch(/\/desktop\/bin\/agentpass-mcp\.js$/);
  },
);
