import { parse as parseJsonc } from "jsonc-parser";
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  watch,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { clientConfigs, fileStates } from "../../../test/support/client-configs.ts";
import { clientIds, type BridgeCommand, type ClientId } from "../shared/client-connections.ts";
import { ClientConnections } from "./client-connections.ts";
import { mcpClient } from "./client-table.ts";

const bridge: BridgeCommand = {
  command: "/opt/node/bin/node",
  args: ["/opt/agentpass/desktop/bin/agentpass-mcp.js"],
  env: { AGENTPASS_DATA_DIR: "/srv/agent pass" },
};

interface Options {
  platform?: NodeJS.Platform;
  bridge?: () => BridgeCommand;
  settleMs?: number;
}

/** A home of its own, and a client's file in it where `config` is given. */
function someHome(id: ClientId, config: string | null, { platform = "linux", ...options }: Options = {}) {
  const home = mkdtempSync(join(tmpdir(), "agentpass-clients-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const dataFolder = join(home, "data");
  const file = mcpClient(id).configFile({ home, env: {}, platform });
  if (config !== null) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, config);
  }
  const connections = new ClientConnections({
    home,
    env: {},
    platform,
    bridge: () => bridge,
    dataFolder,
    settleMs: 1,
    ...options,
  });
  const view = async () => (await connections.list()).find((found) => found.id === id);
  return { home, dataFolder, file, connections, view };
}

const textOf = (file: string): string => readFileSync(file, "utf8");
const refusal = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "not refused",
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

describe.each(["linux", "darwin", "win32"] as const)("on %s", (platform) => {
  it.each(clientIds)("connects %s where nothing is there, and leaves nothing behind", async (id) => {
    const { connections, file, home, view } = someHome(id, null, { platform });
    const before = await view();
    expect(before).toMatchObject({ state: "absent", configFile: file, problem: null });
    const { client, backup, next } = await connections.connect(id);
    expect(client.state).toBe("connected");
    expect(backup).toBeNull();
    expect(next).toBe(mcpClient(id).next);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await connections.disconnect(id)).toEqual(before);
    expect(readdirSync(home)).toEqual(["data"]);
  });

  describe.each(Object.keys(fileStates))("with a file: %s", (state) => {
    it.each(clientIds)("connects %s and gives every byte back", async (id) => {
      const original = fileStates[state]?.(clientConfigs[id]) ?? "";
      const { connections, dataFolder, file } = someHome(id, original, { platform });
      chmodSync(file, 0o640);
      const { client, backup } = await connections.connect(id);
      expect(client.state).toBe("connected");
      expect(readFileSync(backup ?? "", "utf8")).toBe(original);
      expect(statSync(backup ?? "").mode & 0o777).toBe(0o600);
      expect(dirname(backup ?? "")).toBe(join(dataFolder, "client-backups"));
      const connected = textOf(file);
      expect(connected.startsWith("\uFEFF")).toBe(original.startsWith("\uFEFF"));
      expect(original.includes("\r\n") && /[^\r]\n/.test(connected), "line breaks of one kind").toBe(false);
      expect(statSync(file).mode & 0o777).toBe(0o640);
      expect((await connections.connect(id)).backup, "a second Connect writes nothing").toBeNull();
      expect(textOf(file)).toBe(connected);
      expect((await connections.disconnect(id)).state).toBe("not_connected");
      expect(textOf(file)).toBe(original);
      expect(statSync(file).mode & 0o777).toBe(0o640);
      expect(readdirSync(dirname(file)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    });
  });
});

/** Nine to the power of nine words. */
const bomb = "bcdefghi"
  .split("")
  .reduce(
    (text, name, index) => `${text}${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[index]}`).join()}]\n`,
    "a: &a [x]\n",
  );

describe("a configuration file", () => {
  it.each([
    ["goose", "with an alias of nothing", "files: *.txt\n"],
    ["goose", "with aliases of aliases", bomb],
    ["goose", "that holds itself", "all: &all\n  again: *all\n"],
    ["cursor", "that is nested too deeply", '{"a":'.repeat(20_000) + "1" + "}".repeat(20_000)],
    ["codex", "that is nested too deeply", `a = ${"[".repeat(20_000)}${"]".repeat(20_000)}\n`],
  ] as const)("of %s %s is refused in words, and keeps no other from being seen", async (id, _, text) => {
    const { connections, file } = someHome(id, text);
    expect(await connections.list()).toHaveLength(clientIds.length);
    expect(await refusal(connections.connect(id))).toContain(file);
    expect(textOf(file)).toBe(text);
  });

  it.runIf(process.getuid?.() === 0)("keeps its owner, whoever connects", async () => {
    const { connections, file } = someHome("codex", clientConfigs.codex);
    chownSync(file, 4711, 4712);
    await connections.connect("codex");
    expect(statSync(file)).toMatchObject({ uid: 4711, gid: 4712 });
    await connections.disconnect("codex");
    expect(statSync(file)).toMatchObject({ uid: 4711, gid: 4712 });
  });

  it("whose entry of our name starts nothing, but names an address, has ours in its place, and nothing of the other", async () => {
    const other = '{"mcpServers":{"agentpass-sms":{"type":"http","url":"https://agents.example/mcp"}}}';
    const { connections, file } = someHome("claude-code", other);
    expect((await connections.connect("claude-code")).client.state).toBe("connected");
    expect(JSON.parse(textOf(file))).toEqual({
      mcpServers: { "agentpass-sms": { type: "stdio", ...bridge } },
    });
  });

  it("is rid of what a process killed while writing it has left beside it", async () => {
    const { connections, file } = someHome("codex", clientConfigs.codex);
    const halves = ["of long ago", "of another that writes now"].map((content, index) => {
      const half = join(dirname(file), `.config.toml.00000000000${index}.tmp`);
      writeFileSync(half, content);
      return half;
    });
    const [old = "", fresh = ""] = halves;
    const others = join(dirname(file), ".config.toml.of-a-person.tmp");
    writeFileSync(others, "");
    for (const path of [old, others]) utimesSync(path, 1_000, 1_000);
    await connections.connect("codex");
    expect([old, fresh, others].map((path) => existsSync(path))).toEqual([false, true, true]);
  });

  it.each(clientIds)("of %s that is a link stays one", async (id) => {
    const { connections, file, home } = someHome(id, clientConfigs[id]);
    const real = join(home, "dotfiles");
    writeFileSync(real, clientConfigs[id]);
    rmSync(file);
    symlinkSync(real, file);
    await connections.connect(id);
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(textOf(real)).toContain("agentpass-mcp.js");
    await connections.disconnect(id);
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(textOf(real)).toBe(clientConfigs[id]);
  });

  it.each<[ClientId, string, RegExp]>([
    [
      "cursor",
      '{\n  "mcpServers": {\n    "a": {}\n    "b": {}\n  }\n}',
      /line 4: this is no valid JSON \(comma expected\)/,
    ],
    ["claude-code", '{\n  // mine\n  "a": 1\n}', /line 2: this is no valid JSON \(invalid comment token\)/],
    ["claude-code", '{\n  "mcpServers": {\n    "a": {},\n  }\n}', /line 4: this is no valid JSON/],
    ["zed", '["context_servers"]', /line 1: it holds a list where a table belongs/],
    [
      "vscode",
      '{\n  "inputs": [],\n  "servers": []\n}',
      /line 3: "servers" holds a list where a table of servers belongs/,
    ],
    ["windsurf", '{ "mcpServers": {},\n  "mcpServers": {} }', /line 2: "mcpServers" stands there twice/],
    ["codex", 'model = "a"\nmodel = "b"\n', /line 2: this is no valid TOML/],
    ["codex", "a = 1\nmcp_servers = 3\n", /mcp_servers holds a number where a table of servers belongs/],
    ["codex", 'mcp_servers = { a = { command = "x" } }\n', /cannot be changed safely from outside/],
    ["goose", "extensions:\n  a: 1\n b: 2\n", /line \d: this is no valid YAML/],
    [
      "goose",
      "a: 1\nextensions: [developer]\n",
      /line 2: extensions holds no table where a table of servers belongs/,
    ],
    ["goose", "a: 1\n---\nb: 2\n", /line 2: a second document begins here/],
  ])("of %s is left alone where it cannot be understood: %j", async (id, config, words) => {
    const { connections, file } = someHome(id, config);
    const message = await refusal(connections.connect(id));
    expect(message).toMatch(words);
    expect(message).toContain(file);
    expect(textOf(file)).toBe(config);
  });

  it("that does not parse is shown as unreadable, with the reason", async () => {
    const { file, view } = someHome("cursor", "{\n");
    const found = await view();
    expect(found?.state).toBe("unreadable");
    expect(found?.problem?.message).toContain(`${file}, line 2: `);
  });

  it("is refused where it is no text, a folder, or a link to nowhere", async () => {
    const utf16 = someHome("cursor", "");
    writeFileSync(utf16.file, Buffer.from("\uFEFF{}", "utf16le"));
    expect(await refusal(utf16.connections.connect("cursor"))).toMatch(/not written in UTF-8/);
    const folder = someHome("cursor", null);
    mkdirSync(folder.file, { recursive: true });
    expect(await refusal(folder.connections.connect("cursor"))).toMatch(/it is a folder/);
    const link = someHome("cursor", "{}");
    rmSync(link.file);
    symlinkSync(join(link.home, "gone"), link.file);
    expect(await refusal(link.connections.connect("cursor"))).toMatch(/a link to a file that is not there/);
  });

  it.skipIf(process.getuid?.() === 0)("that this user may not write is not replaced either", async () => {
    const { connections, file } = someHome("cursor", "{}");
    chmodSync(file, 0o400);
    expect(await refusal(connections.connect("cursor"))).toMatch(/cannot be written: this user may not/);
    expect(textOf(file)).toBe("{}");
  });

  it("that another program changes meanwhile keeps that change", async () => {
    let interrupt = (): void => {};
    const { connections, file } = someHome("cursor", '{ "mcpServers": {} }', {
      bridge: () => {
        interrupt();
        return bridge;
      },
    });
    interrupt = () => {
      interrupt = () => {};
      writeFileSync(file, '{ "mcpServers": { "other": { "command": "x" } } }');
    };
    await connections.connect("cursor");
    expect(Object.keys(parseJsonc(textOf(file)).mcpServers)).toEqual(["other", "agentpass-sms"]);
  });

  it("that is changed all the time is left to its program", async () => {
    let count = 0;
    const { connections, file } = someHome("cursor", "{}", {
      bridge: () => {
        writeFileSync(file, `{ "count": ${count++} }`);
        return bridge;
      },
    });
    expect(await refusal(connections.connect("cursor"))).toMatch(
      /changed by another program all the time\. Close Cursor/,
    );
    expect(textOf(file)).not.toContain("agentpass");
  });
});

describe("an entry", () => {
  it("of an older checkout is mended, and what the person added to it stays", async () => {
    const before = {
      mcpServers: {
        "agentpass-sms": {
          command: "node",
          args: ["/old/agentpass-mcp.js"],
          env: { AGENTPASS_API_KEY: "of-the-person", AGENTPASS_DATA_DIR: "/old" },
          disabled: true,
          disabledTools: ["release_phone_number"],
        },
        other: { command: "x" },
      },
    };
    const { connections, file, view } = someHome("windsurf", JSON.stringify(before, null, 2));
    expect((await view())?.state).toBe("changed");
    expect((await connections.connect("windsurf")).client.state).toBe("connected");
    expect(parseJsonc(textOf(file)).mcpServers).toEqual({
      other: { command: "x" },
      "agentpass-sms": {
        command: bridge.command,
        args: bridge.args,
        env: { AGENTPASS_API_KEY: "of-the-person", AGENTPASS_DATA_DIR: "/srv/agent pass" },
        disabledTools: ["release_phone_number"],
      },
    });
    await connections.disconnect("windsurf");
    expect(parseJsonc(textOf(file))).toEqual({ mcpServers: { other: { command: "x" } } });
  });

  it.each(clientIds)("of %s that moved with the bridge goes as if it had never been there", async (id) => {
    let command = bridge.command;
    const { connections, file } = someHome(id, clientConfigs[id], { bridge: () => ({ ...bridge, command }) });
    await connections.connect(id);
    command = "/elsewhere/node";
    await connections.connect(id);
    expect(textOf(file)).toContain("/elsewhere/node");
    await connections.disconnect(id);
    expect(textOf(file)).toBe(clientConfigs[id]);
  });

  it.each(clientIds)("of %s goes also where nobody knows any more how it came", async (id) => {
    const { connections, dataFolder, file } = someHome(id, clientConfigs[id]);
    await connections.connect(id);
    rmSync(dataFolder, { recursive: true });
    await connections.disconnect(id);
    // Zed's file had no table of servers: without a record an empty one stays.
    expect(textOf(file).replace('  "context_servers": {},\n', "")).toBe(clientConfigs[id]);
  });

  it("goes where its program has written the whole file anew, and its empty table with it", async () => {
    const { connections, file } = someHome("zed", '{ "theme": "One Dark" }');
    await connections.connect("zed");
    const rewritten = { ...parseJsonc(textOf(file)), vim_mode: true };
    writeFileSync(file, JSON.stringify(rewritten, null, 4));
    await connections.disconnect("zed");
    expect(textOf(file)).toBe(JSON.stringify({ theme: "One Dark", vim_mode: true }, null, 4));
  });

  it("that is not there any more is no reason to fail", async () => {
    const { connections, file } = someHome("codex", clientConfigs.codex);
    await connections.connect("codex");
    writeFileSync(file, "");
    expect((await connections.disconnect("codex")).state).toBe("not_connected");
    expect(textOf(file)).toBe("");
  });

  it("leaves a file that Connect made where others have put something into it", async () => {
    const { connections, file } = someHome("goose", null);
    await connections.connect("goose");
    writeFileSync(file, `GOOSE_MODE: auto\n${textOf(file)}`);
    await connections.disconnect("goose");
    expect(textOf(file)).toBe("GOOSE_MODE: auto\n");
  });

  it("is shown before it is written, with its line", async () => {
    const { connections, file } = someHome("codex", clientConfigs.codex);
    const { line, lines } = await connections.preview("codex");
    expect(textOf(file)).toBe(clientConfigs.codex);
    await connections.connect("codex");
    expect(
      textOf(file)
        .split("\n")
        .slice(line - 1, line - 1 + lines.length),
    ).toEqual(lines);
    expect(lines[0]).toBe("[mcp_servers.agentpass-sms]");
    expect((await connections.preview("codex")).lines).toEqual([]);
  });
});

it("keeps the last ten copies of a client's file", async () => {
  const { connections, dataFolder } = someHome("cursor", "{}");
  for (let turn = 0; turn < 7; turn++) {
    await connections.connect("cursor");
    await connections.disconnect("cursor");
  }
  expect(readdirSync(join(dataFolder, "client-backups"))).toHaveLength(10);
  expect(statSync(join(dataFolder, "client-backups")).mode & 0o777).toBe(0o700);
});

it("waits for Claude Code's own lock, but not for one that was left behind", async () => {
  const { connections, file, home } = someHome("claude-code", clientConfigs["claude-code"]);
  const lock = `${file}.lock`;
  mkdirSync(lock);
  const order: string[] = [];
  const watcher = watch(home, (_, name) => {
    if (name === ".claude.json" && !order.includes("written")) order.push("written");
  });
  onTestFinished(() => watcher.close());
  const connecting = connections.connect("claude-code");
  setTimeout(() => {
    order.push("released");
    rmdirSync(lock);
  }, 300);
  expect((await connecting).client.state).toBe("connected");
  await expect.poll(() => order).toEqual(["released", "written"]);
  expect(existsSync(lock)).toBe(false);
  mkdirSync(lock);
  utimesSync(lock, new Date(0), new Date(0));
  expect((await connections.disconnect("claude-code")).state).toBe("not_connected");
  expect(existsSync(lock), "it is not ours to remove").toBe(true);
});

it("says so where Claude Desktop writes over its file", async () => {
  const { connections, file } = someHome("claude-desktop", clientConfigs["claude-desktop"], {
    settleMs: 1000,
  });
  const watcher = watch(dirname(file), () => {
    if (!textOf(file).includes("agentpass-sms")) return;
    watcher.close();
    writeFileSync(file, clientConfigs["claude-desktop"]);
  });
  const { client, next } = await connections.connect("claude-desktop");
  expect(client.state).toBe("not_connected");
  expect(next).toBe("Claude Desktop has written over its file. Quit it first, then connect again.");
});

it("lets two tasks on one file follow each other", async () => {
  const { connections, file } = someHome("cursor", "{}");
  await Promise.all([
    connections.connect("cursor"),
    connections.disconnect("cursor"),
    connections.connect("cursor"),
  ]);
  expect(Object.keys(parseJsonc(textOf(file)).mcpServers)).toEqual(["agentpass-sms"]);
});

describe("Verify", () => {
  it("starts nothing where the configuration has no entry, or cannot be read", async () => {
    const name = "The configuration has AgentPass";
    const without = someHome("codex", clientConfigs.codex);
    const detail = `${without.file} starts no agentpass-sms. Connect Codex first.`;
    expect((await without.connections.verify("codex")).checks).toEqual([{ name, ok: false, detail }]);
    const broken = someHome("cursor", "{");
    const { checks } = await broken.connections.verify("cursor");
    expect(checks).toEqual([{ name, ok: false, detail: expect.stringContaining("no valid JSON") }]);
  });

  it("starts what the client would, also where that is not what Connect would write now", async () => {
    const { connections } = someHome(
      "cursor",
      '{ "mcpServers": { "agentpass-sms": { "command": "/gone/node" } } }',
    );
    const { client, checks } = await connections.verify("cursor");
    expect(client.state).toBe("changed");
    expect(checks.map(({ ok }) => ok)).toEqual([true, false]);
    expect(checks[1]?.detail).toContain("/gone/node");
  });
});
