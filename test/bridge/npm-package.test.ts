import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, inject, test } from "vitest";
import { BridgeProcess } from "../support/bridge-process.ts";
import { EmulatedAgentServer } from "../support/emulated-agent-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const { npmPackage } = inject("bridgeBuilds");

function npm(folder: string, ...args: string[]): string {
  const quiet = ["--silent", "--no-update-notifier"];
  return execFileSync("npm", [...args, ...quiet], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  }).toString();
}

/** Packs the package and installs it in a new, empty folder without any registry; gives that folder. */
function installed(): string {
  const folder = temporaryFolder();
  const archive = join(folder, npm(folder, "pack", npmPackage).trim());
  const place = join(folder, "place");
  mkdirSync(place);
  npm(place, "install", "--offline", "--no-audit", "--no-fund", archive);
  return place;
}

/** As a client starts it that finds this Node first on its PATH. */
const commandOf = (folder: string, node: string) => ({
  command: { command: join(folder, "node_modules/.bin/agentpass-mcp"), args: [] },
  env: { PATH: `${dirname(node)}:/usr/bin:/bin` },
});

function versionOf(node: string): string {
  try {
    return execFileSync(node, ["--version"]).toString().trim();
  } catch {
    return "";
  }
}

test("installed from its archive, without any registry, it brings all that it needs", async () => {
  const folder = installed();
  expect(readdirSync(join(folder, "node_modules")).filter((name) => !name.startsWith("."))).toEqual([
    "agentpass-mcp",
  ]);
  await using bridge = new BridgeProcess(commandOf(folder, process.execPath));
  expect((await bridge.initialize()).result).toMatchObject({ serverInfo: { name: "agentpass-sms" } });
  expect((await bridge.request("tools/list")).result?.["tools"]).toHaveLength(5);
});

test("it holds its program, the licenses and what people read, and nothing else", () => {
  const files: { path: string }[] = JSON.parse(
    npm(temporaryFolder(), "pack", npmPackage, "--json", "--dry-run"),
  )[0].files;
  expect(files.map(({ path }) => path).sort()).toEqual([
    "LICENSE",
    "README.md",
    "THIRD-PARTY-LICENSES.md",
    "bin/agentpass-mcp.js",
    "bin/bridge.cjs",
    "package.json",
  ]);
  const licenses = readFileSync(join(npmPackage, "THIRD-PARTY-LICENSES.md"), "utf8");
  for (const bundled of ["@modelcontextprotocol/server", "@trpc/client", "ws", "zod"])
    expect(licenses).toContain(`## ${bundled} - `);
  const manifest = JSON.parse(readFileSync(join(npmPackage, "package.json"), "utf8"));
  expect(manifest).not.toHaveProperty("dependencies");
  expect(manifest).toMatchObject({ name: "agentpass-mcp", license: "MIT" });
});

/** What Debian has as its own; too old for a checkout's bridge. */
const systemNode = "/usr/bin/node";

test.runIf(/^v2[0-2]\./.test(versionOf(systemNode)))(
  "it waits for a code on an older Node than a checkout needs",
  async () => {
    await using server = await EmulatedAgentServer.start();
    const { command, env } = commandOf(installed(), systemNode);
    await using bridge = new BridgeProcess({
      command,
      env: { ...env, AGENTPASS_API_KEY: "ap_agent_test", AGENTPASS_API_URL: server.url },
    });
    await bridge.initialize();
    const id = bridge.callTool("wait_for_sms", { phone_number: "+15551234567" });
    await expect.poll(() => [...server.waits.keys()], { timeout: 15_000 }).toHaveLength(1);
    server.answer([...server.waits.keys()][0] ?? "");
    expect((await bridge.toolAnswer(id)).structuredContent).toMatchObject({
      status: "received",
      otp: { code: "482913" },
    });
  },
);

test.runIf(/^v1[68]\./.test(versionOf(systemNode)))(
  "on a Node that is too old one line says so",
  async () => {
    await using bridge = new BridgeProcess(commandOf(installed(), systemNode));
    expect(await bridge.ended()).toMatchObject({ code: 1 });
    expect(bridge.stderr).toMatch(/^agentpass-mcp needs Node 20\.12 or newer.*\n$/);
  },
);
