#!/usr/bin/env node
// Plain JavaScript that runs on Node 18: many clients spawn whatever `node` is first on their PATH.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import module from "node:module";
import { homedir, constants } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import util from "node:util";

const beside = (path) => fileURLToPath(new URL(path, import.meta.url));

// In the npm package and the .mcpb bundle the built bridge lies beside this file, in a checkout its source elsewhere.
const built = beside("bridge.cjs");
const isBuilt = existsSync(built);
const needed = isBuilt ? "20.12" : "22.18";
// A checkout's settings are nothing to a bridge that was installed.
if (!isBuilt) process.env.AGENTPASS_ENV_FILE ||= beside("../../.env");

// The same rule as in src/bridge/environment.ts, which this Node may be too old to load.
function dataFolder() {
  const { env, platform } = process;
  const set = env.AGENTPASS_DATA_DIR?.trim() || dotEnvDataFolder();
  if (set) return set;
  if (platform === "win32") return join(env.LOCALAPPDATA || join(homedir(), "AppData", "Local"), "AgentPass");
  if (process.getuid?.() === 0) return "/var/lib/agentpass";
  if (platform === "darwin") return join(homedir(), "Library", "Application Support", "AgentPass");
  return join(env.XDG_DATA_HOME || join(homedir(), ".local", "share"), "agentpass");
}

function dotEnvDataFolder() {
  try {
    const text = readFileSync(process.env.AGENTPASS_ENV_FILE, "utf8");
    return /^\s*(?:export\s+)?AGENTPASS_DATA_DIR\s*=\s*["']?([^"'#\r\n]*)/m.exec(text)?.[1].trim();
  } catch {
    return "";
  }
}

// The same rule as in server/src/start/compile-cache.ts: elsewhere others could put code for us to run.
function isOwn(folder) {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found || process.platform === "win32") return Boolean(found);
  return found.uid === process.getuid() && (found.mode & 0o022) === 0;
}

function recordedNode() {
  try {
    return JSON.parse(readFileSync(join(dataFolder(), "server.json"), "utf8")).node || null;
  } catch {
    return null;
  }
}

function refuse(reason) {
  process.stderr.write(
    `agentpass-mcp needs Node ${needed} or newer, and this is ${process.version} (${process.execPath}). ${reason}\n`,
  );
  process.exit(1);
}

function runWith(node) {
  const child = spawn(node, [beside("agentpass-mcp.js"), ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { ...process.env, AGENTPASS_MCP_REEXECUTED: "1" },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => refuse(`The one that the server recorded cannot be run: ${error.message}`));
  child.on("exit", (code, signal) => {
    process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0));
  });
}

// Node 22.18 and 24 run TypeScript by themselves; 23.0 to 23.5 do not. What is built needs `parseEnv` of 20.12.
if (isBuilt ? util.parseEnv : process.features.typescript) {
  // A third of the start-up time.
  if (isOwn(dataFolder())) module.enableCompileCache?.(join(dataFolder(), "compile-cache"));
  // Of Node 22; all that is built needs beyond 20.12.
  Promise.withResolvers ??= function withResolvers() {
    let settle;
    const promise = new this((resolve, reject) => (settle = { resolve, reject }));
    return { promise, ...settle };
  };
  if (isBuilt) module.createRequire(import.meta.url)(built);
  else await import("../src/bridge/bridge-main.ts");
} else {
  const node = process.env.AGENTPASS_MCP_REEXECUTED ? null : recordedNode();
  if (node) runWith(node);
  else if (isBuilt) refuse("Put the path of a newer one into this MCP server's command.");
  else
    refuse(
      `Start the AgentPass server once (pnpm start): it records its own Node in ${dataFolder()}, which is then used; or put a newer Node into this MCP server's command.`,
    );
}
