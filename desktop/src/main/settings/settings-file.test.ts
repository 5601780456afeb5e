import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { temporaryFolder } from "../../../../test/support/temporary-folder.ts";
import { Notices } from "../notices.ts";
import { SettingsFile } from "./settings-file.ts";

const usual = { startAtLogin: false, notifications: "on", showBodies: true, paused: false };

async function load(folder: string) {
  const notices = new Notices();
  return { notices, settings: await SettingsFile.load(folder, notices) };
}

test("a setting that was changed is there at the next start", async () => {
  const folder = join(temporaryFolder(), "tray");
  const first = await load(folder);
  expect(first.settings.current.value).toEqual(usual);
  await Promise.all([first.settings.change({ paused: true }), first.settings.change({ showBodies: false })]);
  const { settings, notices } = await load(folder);
  expect(settings.current.value).toEqual({ ...usual, paused: true, showBodies: false });
  expect(notices.all.value).toEqual([]);
  expect(readdirSync(folder)).toEqual(["settings.json"]);
});

test.each(["", '{"paused": tru', "[]", '{"notifications": "loud"}', "\u0000\u0001"])(
  "a file that holds %j is kept aside, and the usual settings hold",
  async (content) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "settings.json"), content);
    const { settings, notices } = await load(folder);
    expect(settings.current.value).toEqual(usual);
    expect(notices.all.value[0]?.text).toMatch(/could not be read.*It was kept as .*set what you want\.$/);
    const [aside = ""] = readdirSync(folder);
    expect(readFileSync(join(folder, aside), "utf8")).toBe(content);
    await settings.change({ paused: true });
    expect(notices.all.value).toEqual([]);
    expect(readdirSync(folder)).toHaveLength(2);
  },
);

test.skipIf(process.getuid?.() !== 0)(
  "on a full disk a change holds until the app ends, what was saved before stays, and the person is told",
  async () => {
    const folder = temporaryFolder();
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder]);
    onTestFinished(() => void execFileSync("umount", [folder]));
    const { settings, notices } = await load(folder);
    await settings.change({ notifications: "off" });
    fill(join(folder, "others"));
    await settings.change({ paused: true });
    expect(settings.current.value).toMatchObject({ notifications: "off", paused: true });
    expect(notices.all.value).toMatchObject([
      {
        text: expect.stringMatching(
          /could not be saved to .*: the disk is full\. They hold until AgentPass ends/,
        ),
      },
    ]);
    expect((await load(folder)).settings.current.value).toEqual({ ...usual, notifications: "off" });
    expect(readdirSync(folder).toSorted()).toEqual(["others", "settings.json"]);
    writeFileSync(join(folder, "others"), "");
    await settings.change({ paused: true });
    expect(notices.all.value).toEqual([]);
    expect((await load(folder)).settings.current.value).toMatchObject({ paused: true });
  },
);

function fill(file: string): void {
  for (;;)
    try {
      writeFileSync(file, "x".repeat(4096), { flag: "a" });
    } catch {
      return;
    }
}
