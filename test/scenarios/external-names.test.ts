import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { loadConfig } from "../../server/src/config/load-config.ts";
import { readEnvironment, repositoryRoot } from "../../server/src/config/read-environment.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { verifies } from "../support/verifies.ts";

const inRepository = (file: string): string => path.join(repositoryRoot, file);

interface Manifest {
  scripts: Record<string, string>;
  bin: Record<string, string>;
}

const manifest = (file: string): Manifest => JSON.parse(readFileSync(inRepository(file), "utf8")) as Manifest;

test(verifies("external-names", "what people type is there under its name"), () => {
  const { scripts } = manifest("package.json");
  const names = ["start", "demo", "simulate", "agentpass", "tray", "build", "test", "check", "bench"];
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(names));
  const programs = names.flatMap((name) => /^node (\S+)$/.exec(scripts[name] ?? "")?.slice(1) ?? []);
  expect(programs.filter((program) => !existsSync(inRepository(program)))).toEqual([]);
  expect(manifest("desktop/package.json").bin).toEqual({ "agentpass-mcp": "bin/agentpass-mcp.js" });
  expect(existsSync(inRepository("desktop/bin/agentpass-mcp.js"))).toBe(true);
});

test(verifies("G9", "docker run -p 3846:3846 reaches the server, and a volume keeps what it keeps"), () => {
  const dockerfile = readFileSync(inRepository("Dockerfile"), "utf8");
  const value = (instruction: string): string =>
    new RegExp(`^${instruction} (.*)$`, "m").exec(dockerfile)?.[1] ?? "";
  const set = [...value("ENV").matchAll(/([A-Z_]+)=(\S+)/g)].map(([, name = "", text = ""]) => [name, text]);
  const twilio = {
    TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
    TWILIO_AUTH_TOKEN: "0".repeat(32),
    TWILIO_PHONE_NUMBERS: "+14155550100",
  };
  const real = { ...twilio, ...(Object.fromEntries(set) as Record<string, string>) };
  const loaded = loadConfig(readEnvironment({ real, dotEnv: "" }));
  if (!loaded.ok) throw new Error(loaded.faults.join("\n"));
  const { host, port, dataFolder } = loaded.config;
  expect({ host, port, dataFolder }).toEqual({
    host: "0.0.0.0",
    port: Number(value("EXPOSE")),
    dataFolder: value("VOLUME"),
  });
});

test(verifies("env-not-in-git", "git leaves every .env file alone, and keeps the example"), () => {
  const folder = temporaryFolder();
  copyFileSync(inRepository(".gitignore"), path.join(folder, ".gitignore"));
  const git = (...args: string[]): string => execFileSync("git", args, { cwd: folder, encoding: "utf8" });
  git("init", "--quiet");
  for (const name of [".env", ".env.local", ".env.production", ".env.example"])
    copyFileSync(inRepository(".env.example"), path.join(folder, name));
  expect(git("ls-files", "--others", "--exclude-standard").split("\n")).toEqual([
    ".env.example",
    ".gitignore",
    "",
  ]);
});
