import { expect, test } from "vitest";
import type { ClientView } from "../shared/client-connections.ts";
import { connectText, stateText } from "./client-texts.ts";

const view: ClientView = {
  id: "claude-desktop",
  name: "Claude Desktop",
  state: "connected",
  configFile: "/home/kim/.config/Claude/claude_desktop_config.json",
  problem: null,
};

test("a connected client is called so, with its copy and the next step", () => {
  expect(connectText({ client: view, backup: "/backups/a.json", next: "Start it again." })).toBe(
    `Claude Desktop is connected (${view.configFile}).\nA copy of the file as it was: /backups/a.json\nStart it again.`,
  );
});

test("one that wrote over its file meanwhile is not called connected", () => {
  const next = "Claude Desktop has written over its file. Quit it first, then connect again.";
  const text = connectText({ client: { ...view, state: "not_connected" }, backup: null, next });
  expect(text).toBe(`Claude Desktop is not connected (${view.configFile}).\n${next}`);
});

test("a file that cannot be read says why", () => {
  const problem = { code: "conflict", message: "Line 3: a comma is missing." } as const;
  expect(stateText({ ...view, state: "unreadable", problem })).toBe(
    `Claude Desktop has a file that cannot be read (${view.configFile}). Line 3: a comma is missing.`,
  );
});
