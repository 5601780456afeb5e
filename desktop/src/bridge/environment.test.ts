import { expect, test } from "vitest";
import { readEnvironment } from "./environment.ts";

const none = (): string => "";

test("an empty variable counts as missing", () => {
  const { apiKey, apiUrl } = readEnvironment({ AGENTPASS_API_KEY: " ", AGENTPASS_API_URL: "" }, none);
  expect(apiKey).toBeUndefined();
  expect(apiUrl).toBeUndefined();
});

test("of .env only the data folder counts, and the real variable wins", () => {
  const dotEnv = (): string =>
    "AGENTPASS_DATA_DIR=/from/dot-env\nAGENTPASS_API_KEY=k\nAGENTPASS_API_URL=https://x";
  expect(readEnvironment({}, dotEnv)).toEqual({ dataFolder: "/from/dot-env" });
  expect(readEnvironment({ AGENTPASS_DATA_DIR: "/real" }, dotEnv)).toEqual({ dataFolder: "/real" });
});

test("a key does not show where it is printed", () => {
  const environment = readEnvironment({ AGENTPASS_API_KEY: "apk_secret" }, none);
  expect(JSON.stringify(environment)).not.toContain("apk_secret");
  expect(environment.apiKey?.reveal()).toBe("apk_secret");
});
