import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { clientIds } from "../shared/client-connections.ts";
import { ClientConnections } from "./client-connections.ts";

const page = readFileSync(new URL("../../../docs/clients.md", import.meta.url), "utf8");
const bridge = {
  command: "/usr/bin/node",
  args: ["/path/to/agentpass-sms/desktop/bin/agentpass-mcp.js"],
  env: {},
};

const home = mkdtempSync(join(tmpdir(), "agentpass-page-"));
afterAll(() => rmSync(home, { recursive: true }));

it.each(clientIds)("shows what Connect writes for %s, and where", async (id) => {
  const dataFolder = join(home, "data");
  const connections = new ClientConnections({
    home,
    env: {},
    platform: "linux",
    bridge: () => bridge,
    dataFolder,
  });
  const { client } = await connections.connect(id);
  const [, afterHeading = ""] = page.split(`\n### ${client.name}\n`);
  const [section = ""] = afterHeading.split("\n### ");
  expect(section).toContain(`\`${client.configFile.replace(home, "~")}\``);
  const block = /^```\w+\n(?<text>.*?)^```$/ms.exec(section)?.groups?.["text"];
  expect(block).toBe(readFileSync(client.configFile, "utf8"));
});
