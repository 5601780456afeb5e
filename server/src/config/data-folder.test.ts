import { chmod, mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { serverFile } from "@agentpass/shared/local-files";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDataFolder, readJsonFile, writeSecretFile, writeSecretFileOnce } from "./data-folder.ts";
import { masterKeysOf } from "./master-key-file.ts";
import { verifies } from "../../../test/support/verifies.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "agentpass-data-folder-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const modeOf = async (file: string) => ((await stat(file)).mode & 0o777).toString(8);

describe("the data folder", () => {
  it("is made, with its parents, for its owner only", async () => {
    const made = path.join(folder, "a", "b");
    await openDataFolder(made);
    expect(await modeOf(made)).toBe(process.getuid?.() === 0 ? "711" : "700");
  });

  it("keeps the mode of a folder that holds something, and refuses one that all may write to", async () => {
    await writeFile(path.join(folder, "other"), "");
    await chmod(folder, 0o750);
    await openDataFolder(folder);
    expect(await modeOf(folder)).toBe("750");
    await chmod(folder, 0o1777);
    await expect(openDataFolder(folder)).rejects.toThrow(/open to every user.*folder of its own/);
    expect(await modeOf(folder)).toBe("777");
  });

  it(verifies("F13", "names what is wrong and the mend where it cannot be used"), async () => {
    const file = path.join(folder, "file");
    await writeFile(file, "");
    await expect(openDataFolder(path.join(file, "below"))).rejects.toThrow(/ENOTDIR.*AGENTPASS_DATA_DIR/);
  });

  it("loses half-written files of a killed process, and keeps those of one that writes now", async () => {
    const [old, fresh] = [".owner-key.0123456789ab.tmp", ".owner-key.ba9876543210.tmp"];
    for (const name of [old, fresh]) await writeFile(path.join(folder, name), "half");
    await utimes(path.join(folder, old), 0, 0);
    await openDataFolder(folder);
    expect(await readdir(folder)).toEqual([fresh]);
  });
});

describe("secret files", () => {
  it(verifies("F13", "are 0600 and whole at every moment"), async () => {
    const file = path.join(folder, "owner-key");
    const texts = ["a", "b"].map((letter) => letter.repeat(100_000));
    await writeSecretFile(file, texts[0] ?? "");
    const state = { written: 0 };
    const writing = Promise.all(
      texts.map(async (text) => {
        for (; state.written < 40; state.written++) await writeSecretFile(file, text);
      }),
    );
    while (state.written < 40) expect(texts).toContain(await readFile(file, "utf8"));
    await writing;
    expect(await modeOf(file)).toBe("600");
    expect(await readdir(folder)).toEqual(["owner-key"]);
  });

  it("that are written once give every writer the first one's text", async () => {
    const file = path.join(folder, "once");
    const texts = await Promise.all(
      Array.from({ length: 20 }, (_, index) => writeSecretFileOnce(file, `${index}`)),
    );
    expect(new Set(texts).size).toBe(1);
    expect(await readdir(folder)).toEqual(["once"]);
  });
});

describe("JSON files", () => {
  const content = { url: "http://127.0.0.1:1", pid: 1, mode: "mock", node: "/node", version: "1" };

  it.each([
    ["a torn file", '{"url":', /is not JSON; remove it/],
    ["an empty file", "", /is empty; remove it/],
    ["a file without a field", '{"url":"x"}', /lacks fields/],
  ])("say what is wrong with %s", async (_, text, message) => {
    const file = path.join(folder, "server.json");
    await writeFile(file, text);
    expect(await readJsonFile(file, serverFile)).toMatchObject({
      ok: false,
      reason: "torn",
      message: expect.stringMatching(message),
    });
  });

  it("are read by their schema, and a missing one says who writes it", async () => {
    const file = path.join(folder, "server.json");
    expect(await readJsonFile(file, serverFile)).toMatchObject({ ok: false, reason: "missing" });
    await writeFile(file, JSON.stringify(content));
    expect(await readJsonFile(file, serverFile)).toEqual({ ok: true, value: content });
  });
});

describe("the master key", () => {
  it(verifies("master-key-once", "is made once, 0600, also by two at a time"), async () => {
    const keys = await Promise.all([masterKeysOf(folder), masterKeysOf(folder), masterKeysOf(folder)]);
    expect(new Set(keys.map((key) => key.reveal())).size).toBe(1);
    expect((await masterKeysOf(folder)).reveal()).toBe(keys[0]?.reveal());
    expect(await modeOf(path.join(folder, "master-key"))).toBe("600");
  });

  it(verifies("F13", "is never replaced where its file is torn"), async () => {
    await writeFile(path.join(folder, "master-key"), "k1:abc");
    await expect(masterKeysOf(folder)).rejects.toThrow(/put it back from a backup/);
    await writeFile(path.join(folder, "master-key"), "");
    await expect(masterKeysOf(folder)).rejects.toThrow(/put it back from a backup/);
  });
});
