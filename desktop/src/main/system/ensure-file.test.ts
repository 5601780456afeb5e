import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ensureFile } from "./ensure-file.ts";

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "agentpass-system-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test("a file is written with its folder, once, and taken away again", () => {
  const path = join(temporaryFolder(), "autostart", "a.desktop");
  expect(ensureFile(path, "one")).toEqual({ changed: true });
  expect(ensureFile(path, "one")).toEqual({ changed: false });
  expect(ensureFile(path, "two")).toEqual({ changed: true });
  expect(readFileSync(path, "utf8")).toBe("two");
  expect(ensureFile(path, null)).toEqual({ changed: true });
  expect(existsSync(path)).toBe(false);
  expect(ensureFile(path, null)).toEqual({ changed: false });
});

test("a file that cannot be written is a reason, not an exception", () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "autostart"), "a file where a folder should be");
  expect(ensureFile(join(folder, "autostart", "a.desktop"), "one")).toEqual({
    failed: expect.stringMatching(/exists|not a directory/),
  });
});
