import { expect, test } from "vitest";
import { agentSocketPath } from "./local-files.ts";

const place = { platform: "linux", uid: 1000 };

test("the socket lies in the data folder", () => {
  expect(agentSocketPath({ ...place, dataFolder: "/home/kim/.local/share/agentpass" })).toBe(
    "/home/kim/.local/share/agentpass/run/agents.sock",
  );
});

test("where that is longer than a socket's path may be, it lies in a folder of its own, by user and data folder", () => {
  const long = `/home/${"kim/".repeat(30)}agentpass`;
  const path = agentSocketPath({ ...place, dataFolder: long });
  expect(path).toMatch(/^\/tmp\/agentpass-1000-[0-9a-f]{24}\/agents\.sock$/);
  expect(agentSocketPath({ ...place, dataFolder: long })).toBe(path);
  expect(agentSocketPath({ ...place, dataFolder: `${long}2` })).not.toBe(path);
  expect(agentSocketPath({ ...place, uid: 1001, dataFolder: long })).not.toBe(path);
});

test("bytes count, not characters", () => {
  expect(agentSocketPath({ ...place, dataFolder: `/home/${"ж".repeat(60)}` })).toMatch(/^\/tmp\//);
});

test("on Windows it is a pipe that does not tell the folder's name", () => {
  const path = agentSocketPath({
    platform: "win32",
    uid: undefined,
    dataFolder: String.raw`C:\Users\Kim\AppData\Local\AgentPass`,
  });
  expect(path).toMatch(/^\\\\\.\\pipe\\agentpass-[0-9a-f]{24}$/);
});
