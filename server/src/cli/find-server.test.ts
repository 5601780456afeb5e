import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { ServerFile } from "@agentpass/shared/local-files";
import { temporaryFolder } from "../../../test/support/temporary-folder.ts";
import { verifies } from "../../../test/support/verifies.ts";
import { readEnvironment } from "../config/read-environment.ts";
import { findServer } from "./find-server.ts";

test(
  verifies(
    "local-url",
    "a command reaches its own machine's server by its local URL, whatever the public one is",
  ),
  async () => {
    const folder = temporaryFolder();
    const url = "http://127.0.0.1:3846";
    const running: ServerFile = {
      url,
      pid: process.pid,
      mode: "mock",
      node: process.execPath,
      version: "0.1.0",
    };
    writeFileSync(path.join(folder, "server.json"), JSON.stringify(running));
    writeFileSync(path.join(folder, "owner-key"), "key-1\n");
    const real = { AGENTPASS_DATA_DIR: folder, AGENTPASS_API_URL: "https://sms.example.com/agents" };
    const found = await findServer(readEnvironment({ real, dotEnv: "" }));
    expect([found.url, found.key.reveal()]).toEqual([url, "key-1"]);
  },
);
