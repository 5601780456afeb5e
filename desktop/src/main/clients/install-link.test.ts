import { expect, test } from "vitest";
import { installLink } from "./install-link.ts";

const bridge = {
  command: "/home/a b/node",
  args: ["/home/a b/ägent&pass=mcp.js"],
  env: { AGENTPASS_DATA_DIR: "/srv/my data?x#y" },
};

test("Cursor's link holds the entry in base64, whatever is in the paths", () => {
  const link = installLink("cursor", bridge);
  const url = new URL(link);
  expect(`${url.protocol}//${url.host}${url.pathname}`).toBe(
    "cursor://anysphere.cursor-deeplink/mcp/install",
  );
  expect([...url.searchParams.keys()]).toEqual(["name", "config"]);
  expect(url.searchParams.get("name")).toBe("agentpass-sms");
  const config = Buffer.from(url.searchParams.get("config") ?? "", "base64").toString();
  expect(JSON.parse(config)).toEqual(bridge);
});

test("VS Code's link holds the entry with its name, whatever is in the paths", () => {
  const [address, query = "", ...more] = installLink("vscode", bridge).split("?");
  expect([address, more]).toEqual(["vscode:mcp/install", []]);
  expect(query).not.toMatch(/[&#]/);
  expect(JSON.parse(decodeURIComponent(query))).toEqual({ name: "agentpass-sms", ...bridge });
});

test("an entry without variables names none", () => {
  expect(decodeURIComponent(installLink("vscode", { ...bridge, env: {} }))).not.toContain("env");
});
