import { expect, test } from "vitest";
import { verifies } from "../../test/support/verifies.ts";
import { bridgeVariables, dataFolder } from "./data-folder.ts";

const user = { platform: "linux", home: "/home/kim", uid: 1000 };

test(verifies("data-folder", "a bridge needs to be told nothing about the folder of its platform"), () => {
  const windows = { platform: "win32", home: "C:\\Users\\Kim", env: { LOCALAPPDATA: "D:\\Local" } };
  expect(bridgeVariables(dataFolder({ ...user, env: {} }), { ...user, env: {} })).toEqual({});
  expect(bridgeVariables(dataFolder(windows), windows)).toEqual({});
});

test("it is told of a folder that a variable chose, since clients pass on few of them", () => {
  const env = { XDG_DATA_HOME: "/home/kim/data" };
  const folder = dataFolder({ ...user, env });
  expect(bridgeVariables(folder, { ...user, env })).toEqual({
    AGENTPASS_DATA_DIR: "/home/kim/data/agentpass",
  });
});
