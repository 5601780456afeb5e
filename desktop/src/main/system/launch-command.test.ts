import { expect, test } from "vitest";
import { bridgeCommand, launchCommand } from "./launch-command.ts";

const installed = {
  execPath: "/opt/AgentPass/agentpass",
  isPackaged: true,
  appPath: "/opt/AgentPass/resources/app.asar",
  resourcesPath: "/opt/AgentPass/resources",
  appImage: null,
};

test("an installed app is started by its executable, and brings its bridge along", () => {
  expect(launchCommand(installed)).toEqual(["/opt/AgentPass/agentpass"]);
  expect(bridgeCommand(installed).args).toEqual(["/opt/AgentPass/resources/bridge/agentpass-mcp.cjs"]);
});

test("an AppImage is started by its own file, since what it was unpacked to goes away with it", () => {
  const mounted = {
    ...installed,
    execPath: "/tmp/.mount_x/agentpass",
    appImage: "/home/ann/AgentPass.AppImage",
  };
  expect(launchCommand(mounted)).toEqual(["/home/ann/AgentPass.AppImage"]);
});

test("in a checkout Electron is started with the app's folder, and the bridge is the checkout's", () => {
  const checkout = {
    ...installed,
    isPackaged: false,
    execPath: "/c/node_modules/electron/dist/electron",
    appPath: "/c/desktop",
  };
  expect(launchCommand(checkout)).toEqual(["/c/node_modules/electron/dist/electron", "/c/desktop"]);
  expect(bridgeCommand(checkout).args).toEqual(["/c/desktop/bin/agentpass-mcp.js"]);
});
