import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeFolderOf, readConfigFile, removeConfigFile, replaceConfigFile } from "./config-file.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "agentpass-config-file-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("what Connect made under a home behind a link is removed with its folders", async () => {
  mkdirSync(path.join(folder, "real"));
  symlinkSync(path.join(folder, "real"), path.join(folder, "home"));
  const file = path.join(folder, "home", ".client", "deep", "settings.json");
  const made = await makeFolderOf(file);
  expect(await replaceConfigFile(await readConfigFile(file), "{}")).toBe(true);
  expect(await removeConfigFile(await readConfigFile(file), made)).toBe(true);
  expect(existsSync(path.join(folder, "real", ".client"))).toBe(false);
  expect(existsSync(path.join(folder, "real"))).toBe(true);
});

test.runIf(process.platform !== "win32")("a pipe in its place is refused, not waited for", async () => {
  const file = path.join(folder, "settings.json");
  execFileSync("mkfifo", [file]);
  await expect(readConfigFile(file)).rejects.toThrow(`${file} is no file`);
});

test.skipIf(process.getuid?.() === 0)(
  "what is written is no failure where its folder cannot be synced",
  async () => {
    const file = path.join(folder, "settings.json");
    writeFileSync(file, "{}");
    const read = await readConfigFile(file);
    chmodSync(folder, 0o300);
    const written = replaceConfigFile(read, "{ }").finally(() => chmodSync(folder, 0o700));
    expect(await written).toBe(true);
  },
);

test("a file of an absurd size is refused, not read", async () => {
  const file = path.join(folder, "settings.json");
  writeFileSync(file, "{}");
  truncateSync(file, 30 * 1024 * 1024);
  await expect(readConfigFile(file)).rejects.toThrow("has 30 MB");
});
