import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { bridgeExecutable, installBridge } from "./install-bridge.ts";

/** A folder as the app brings it along, a data folder, and the path that clients are given. */
function places() {
  const root = mkdtempSync(join(tmpdir(), "agentpass-install-bridge-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const [shipped, dataFolder] = [join(root, "shipped"), join(root, "data")];
  mkdirSync(shipped);
  const target = bridgeExecutable(dataFolder);
  return {
    shipped,
    dataFolder,
    target,
    ship: (text: string) => writeFileSync(join(shipped, "agentpass-mcp"), text),
  };
}

const large = (end: string): string => "x".repeat(3_000_000) + end;

test("what the app brings along becomes this user's own program", async () => {
  const { shipped, dataFolder, target, ship } = places();
  ship("one");
  expect(await installBridge(shipped, dataFolder)).toBeNull();
  expect(readFileSync(target, "utf8")).toBe("one");
  expect(statSync(target).mode & 0o777).toBe(0o700);
  expect(statSync(dirname(target)).mode & 0o777).toBe(0o700);
});

test("the same is not written again, and another of the same size takes its place", async () => {
  const { shipped, dataFolder, target, ship } = places();
  ship(large("1"));
  await installBridge(shipped, dataFolder);
  const { ino } = statSync(target);
  await installBridge(shipped, dataFolder);
  expect(statSync(target).ino).toBe(ino);
  ship(large("2"));
  await installBridge(shipped, dataFolder);
  expect(readFileSync(target, "utf8")).toBe(large("2"));
  expect(readdirSync(dirname(target))).toEqual(["agentpass-mcp"]);
});

test("a bridge that runs goes on while another takes its place", async () => {
  const { shipped, dataFolder, target, ship } = places();
  copyFileSync("/bin/sleep", join(shipped, "agentpass-mcp"));
  await installBridge(shipped, dataFolder);
  const running = spawn(target, ["60"]);
  onTestFinished(() => void running.kill());
  await once(running, "spawn");
  ship("#!/bin/sh\n");
  expect(await installBridge(shipped, dataFolder)).toBeNull();
  expect(readFileSync(target, "utf8")).toBe("#!/bin/sh\n");
  expect(running.exitCode).toBeNull();
});

test("what cannot be replaced is moved aside, as Windows wants it of a program that runs, and removed later", async () => {
  const { shipped, dataFolder, target, ship } = places();
  ship("one");
  mkdirSync(join(target, "in-the-way"), { recursive: true });
  expect(await installBridge(shipped, dataFolder)).toBeNull();
  expect(readFileSync(target, "utf8")).toBe("one");
  expect(readdirSync(dirname(target))).toHaveLength(2);
  writeFileSync(`${target}.new`, "half a copy");
  await installBridge(shipped, dataFolder);
  expect(readdirSync(dirname(target))).toEqual(["agentpass-mcp"]);
});

test("where it cannot be written a sentence says so, and the one that was there stays", async () => {
  const { shipped, dataFolder, target, ship } = places();
  ship("one");
  await installBridge(shipped, dataFolder);
  rmSync(join(shipped, "agentpass-mcp"));
  expect(await installBridge(shipped, dataFolder)).toContain(target);
  expect(readFileSync(target, "utf8")).toBe("one");
  writeFileSync(join(dirname(shipped), "a-file"), "");
  expect(await installBridge(shipped, join(dirname(shipped), "a-file"))).toMatch(/could not be written/);
});
