import { expect, test } from "vitest";
import { ClientInstallers, type ClientInstallersOptions } from "./client-installers.ts";

const bridge = { command: "/usr/bin/node", args: ["/opt/agentpass-mcp.js"], env: {} };

function installers(more: Partial<ClientInstallersOptions> = {}) {
  const opened: string[] = [];
  const open = async (what: string): Promise<string> => {
    opened.push(what);
    return "";
  };
  const made = new ClientInstallers({
    platform: "darwin",
    bridge,
    bundle: "/Applications/AgentPass.app/agentpass-sms.mcpb",
    openLink: async (url) => void (await open(url)),
    openFile: open,
    ...more,
  });
  return { made, opened };
}

test("Claude Desktop is opened with the bundle where both are there", async () => {
  const { made, opened } = installers();
  expect(made.ids).toEqual(["cursor", "vscode", "claude-desktop"]);
  await made.open("claude-desktop");
  expect(opened).toEqual(["/Applications/AgentPass.app/agentpass-sms.mcpb"]);
});

test.each([
  ["on Linux, where the file is an archive to its desktop", { platform: "linux" as const }],
  ["without a bundle", { bundle: null }],
  ["beside a data folder that a bundle cannot name", { bridge: { ...bridge, env: { A: "b" } } }],
])("it is not %s", async (_, more) => {
  const { made, opened } = installers(more);
  expect(made.ids).toEqual(["cursor", "vscode"]);
  await expect(made.open("claude-desktop")).rejects.toThrow("There is no bundle here. Use Connect");
  expect(opened).toEqual([]);
});

test("what does not open is said, with the other way", async () => {
  const { made } = installers({
    openLink: () => Promise.reject(new Error("No application knows how to open URL cursor://")),
    openFile: async () => "no program",
  });
  await expect(made.open("cursor")).rejects.toThrow("Cursor did not open. Use Connect, which writes");
  await expect(made.open("claude-desktop")).rejects.toThrow("Claude Desktop did not open.");
});
