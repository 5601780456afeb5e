import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { ClientId } from "../shared/client-connections.ts";
import { mcpClient, mcpClients } from "./client-table.ts";

const homes = { linux: "/home/ann", darwin: "/Users/ann", win32: String.raw`C:\Users\ann` } as const;
const windows = {
  APPDATA: String.raw`C:\Users\ann\AppData\Roaming`,
  LOCALAPPDATA: String.raw`C:\Users\ann\AppData\Local`,
};

/** With `/` on every system: Node's own `join` puts in what the system has. */
function fileOf(id: ClientId, platform: keyof typeof homes, env: Record<string, string> = {}): string {
  const own = platform === "win32" ? windows : {};
  return mcpClient(id)
    .configFile({ home: homes[platform], env: { ...own, ...env }, platform })
    .replaceAll("\\", "/");
}

it.each<[ClientId, string, string, string]>([
  ["claude-code", "/home/ann/.claude.json", "/Users/ann/.claude.json", "C:/Users/ann/.claude.json"],
  [
    "codex",
    "/home/ann/.codex/config.toml",
    "/Users/ann/.codex/config.toml",
    "C:/Users/ann/.codex/config.toml",
  ],
  ["cursor", "/home/ann/.cursor/mcp.json", "/Users/ann/.cursor/mcp.json", "C:/Users/ann/.cursor/mcp.json"],
  [
    "vscode",
    "/home/ann/.config/Code/User/mcp.json",
    "/Users/ann/Library/Application Support/Code/User/mcp.json",
    "C:/Users/ann/AppData/Roaming/Code/User/mcp.json",
  ],
  [
    "claude-desktop",
    "/home/ann/.config/Claude/claude_desktop_config.json",
    "/Users/ann/Library/Application Support/Claude/claude_desktop_config.json",
    "C:/Users/ann/AppData/Roaming/Claude/claude_desktop_config.json",
  ],
  [
    "windsurf",
    "/home/ann/.codeium/windsurf/mcp_config.json",
    "/Users/ann/.codeium/windsurf/mcp_config.json",
    "C:/Users/ann/.codeium/windsurf/mcp_config.json",
  ],
  [
    "zed",
    "/home/ann/.config/zed/settings.json",
    "/Users/ann/.config/zed/settings.json",
    "C:/Users/ann/AppData/Roaming/Zed/settings.json",
  ],
  [
    "goose",
    "/home/ann/.config/goose/config.yaml",
    "/Users/ann/.config/goose/config.yaml",
    "C:/Users/ann/AppData/Roaming/Block/goose/config/config.yaml",
  ],
])("finds the file of %s on Linux, macOS and Windows", (id, ...files) => {
  expect([fileOf(id, "linux"), fileOf(id, "darwin"), fileOf(id, "win32")]).toEqual(files);
});

it.each<[ClientId, keyof typeof homes, Record<string, string>, string]>([
  ["claude-code", "linux", { CLAUDE_CONFIG_DIR: "/etc/cc" }, "/etc/cc/.claude.json"],
  ["codex", "darwin", { CODEX_HOME: "/opt/codex" }, "/opt/codex/config.toml"],
  ["vscode", "linux", { XDG_CONFIG_HOME: "/xdg" }, "/xdg/Code/User/mcp.json"],
  ["vscode", "linux", { VSCODE_PORTABLE: "/usb/data" }, "/usb/data/user-data/User/mcp.json"],
  ["vscode", "darwin", { VSCODE_APPDATA: "/apps" }, "/apps/Code/User/mcp.json"],
  ["vscode", "win32", { APPDATA: "D:/Roaming" }, "D:/Roaming/Code/User/mcp.json"],
  ["claude-desktop", "linux", { XDG_CONFIG_HOME: "/xdg" }, "/xdg/Claude/claude_desktop_config.json"],
  ["zed", "linux", { XDG_CONFIG_HOME: "/xdg" }, "/xdg/zed/settings.json"],
  ["zed", "linux", { FLATPAK_XDG_CONFIG_HOME: "/flatpak" }, "/flatpak/zed/settings.json"],
  ["zed", "darwin", { XDG_CONFIG_HOME: "/xdg" }, "/Users/ann/.config/zed/settings.json"],
  ["goose", "linux", { XDG_CONFIG_HOME: "/xdg" }, "/xdg/goose/config.yaml"],
  ["goose", "win32", { GOOSE_PATH_ROOT: "E:/goose" }, "E:/goose/config/config.yaml"],
])("looks where %s on %s looks with %j", (id, platform, ...[env, file]) => {
  expect(fileOf(id, platform, env)).toBe(file);
});

it("finds the Windows Store's Claude Desktop in its own folder", () => {
  const home = mkdtempSync(join(tmpdir(), "agentpass-clients-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const store = join(home, "Packages", "Claude_pzs8sxrjxfjjc", "LocalCache", "Roaming", "Claude");
  mkdirSync(store, { recursive: true });
  const found = mcpClient("claude-desktop").configFile({
    home,
    env: { LOCALAPPDATA: home },
    platform: "win32",
  });
  expect(found).toBe(join(store, "claude_desktop_config.json"));
});

it("names the entry agentpass-sms everywhere", () => {
  expect(new Set(mcpClients.map(({ path }) => path[1]))).toEqual(new Set(["agentpass-sms"]));
});
