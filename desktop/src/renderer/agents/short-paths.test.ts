import { expect, test } from "vitest";
import { shortPaths } from "./short-paths.ts";

const ada = { home: "/home/ada", platform: "linux" };

test("paths of the home are short wherever they stand", () => {
  expect(shortPaths("/home/ada/.a and /home/ada/.b", ada)).toBe("~/.a and ~/.b");
  expect(shortPaths("/home/adam/.a", ada)).toBe("/home/adam/.a");
});

test("nothing is shortened where there is no sign for it", () => {
  const windows = { home: "C:\\Users\\ada", platform: "win32" };
  expect(shortPaths("C:\\Users\\ada\\.a", windows)).toBe("C:\\Users\\ada\\.a");
  expect(shortPaths("/etc/.a", { ...ada, home: "/" })).toBe("/etc/.a");
});
