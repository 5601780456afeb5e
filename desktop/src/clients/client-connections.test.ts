import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { clientIds } from "../shared/client-connections.ts";
import { ClientConnections } from "./client-connections.ts";

const platforms = ["linux", "darwin", "win32"] as const;
const bridge = { command: "/opt/node", args: ["/opt/agentpass-mcp.js"], env: {} };

function someHome(): string {
  const home = mkdtempSync(join(tmpdir(), "agentpass-clients-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

describe.each(platforms)("on %s", (platform) => {
  it.each(clientIds)("connects %s where nothing is there, and leaves nothing behind", async (id) => {
    const home = someHome();
    const dataFolder = join(home, "data");
    const connections = new ClientConnections({ home, env: {}, platform, bridge: () => bridge, dataFolder });
    const before = (await connections.list()).find((view) => view.id === id);
    expect(before?.state).toBe("absent");
    const { client, backup } = await connections.connect(id);
    expect(client.state).toBe("connected");
    expect(backup).toBeNull();
    expect(readFileSync(client.configFile, "utf8")).toContain("agentpass-mcp.js");
    expect(await connections.disconnect(id)).toEqual(before);
    expect(existsSync(client.configFile)).toBe(false);
  });
});
