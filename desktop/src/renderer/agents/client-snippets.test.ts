import { expect, test } from "vitest";
import { claudeCommand, clientSettings } from "./client-snippets.ts";

test("the command is one line, with paths quoted where they need it", () => {
  const bridge = { command: "/usr/bin/node", args: ["/home/a b/agent$pass-mcp.js"], env: {} };
  expect(claudeCommand(bridge)).toBe(
    'claude mcp add --scope user agentpass-sms -- /usr/bin/node "/home/a b/agent\\$pass-mcp.js"',
  );
});

test("the settings are JSON that names the bridge", () => {
  const bridge = { command: "C:\\Program Files\\node.exe", args: ["C:\\a.js"] };
  expect(JSON.parse(clientSettings({ ...bridge, env: {} }))).toEqual({
    mcpServers: { "agentpass-sms": bridge },
  });
});

test("both tell the bridge of a data folder that is not the usual one", () => {
  const bridge = { command: "/usr/bin/node", args: ["/a.js"], env: { AGENTPASS_DATA_DIR: "/srv/my data" } };
  expect(claudeCommand(bridge)).toBe(
    'claude mcp add --scope user agentpass-sms --env "AGENTPASS_DATA_DIR=/srv/my data" -- /usr/bin/node /a.js',
  );
  expect(JSON.parse(clientSettings(bridge))).toEqual({ mcpServers: { "agentpass-sms": bridge } });
});
