import { expect, test } from "vitest";
import { bridgeCommand, launchCommand, nodeAmong } from "./launch-command.ts";

const installed = {
  execPath: "/opt/AgentPass/agentpass",
  isPackaged: true,
  appPath: "/opt/AgentPass/resources/app.asar",
  appImage: null,
  dataFolder: "/home/ann/.local/share/agentpass",
  node: null,
};
const checkout = {
  ...installed,
  isPackaged: false,
  execPath: "/c/node_modules/electron/dist/electron",
  appPath: "/c/desktop",
  node: "/usr/local/bin/node",
};

test("an installed app is started by its executable", () => {
  expect(launchCommand(installed)).toEqual(["/opt/AgentPass/agentpass"]);
});

test("an AppImage is started by its own file, since what it was unpacked to goes away with it", () => {
  const mounted = {
    ...installed,
    execPath: "/tmp/.mount_x/agentpass",
    appImage: "/home/ann/AgentPass.AppImage",
  };
  expect(launchCommand(mounted)).toEqual(["/home/ann/AgentPass.AppImage"]);
});

test("clients of an installed app start the copy in the data folder, which stays where it is", () => {
  const command = "/home/ann/.local/share/agentpass/bin/agentpass-mcp";
  expect(bridgeCommand(installed)).toEqual({ command, args: [] });
});

test("in a checkout Electron is started with the app's folder, and clients start the checkout's bridge", () => {
  expect(bridgeCommand(checkout)).toEqual({
    command: "/usr/local/bin/node",
    args: ["/c/desktop/bin/agentpass-mcp.js"],
  });
  expect(launchCommand(checkout).slice(0, 2)).toEqual([checkout.execPath, "/c/desktop"]);
});

test("a start from a checkout hands its Node to the next, so that clients stay connected", () => {
  expect(nodeAmong(launchCommand(checkout))).toBe(checkout.node);
  expect(nodeAmong(launchCommand({ ...checkout, node: null }))).toBeNull();
});
