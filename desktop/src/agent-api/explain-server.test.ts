import { expect, test } from "vitest";
import { explainServer } from "./explain-server.ts";

test.each([
  [null],
  [{ code: "unavailable", message: "The database is away." }],
  [{ code: "not_signed_in", message: "The key is unknown." }],
] as const)("names the server that was tried without the password in its address (%j)", (problem) => {
  const url = "https://proxy-user:proxy-password@sms.example/base";
  const { message } = explainServer({ url, credential: "AGENTPASS_API_KEY", problem });
  expect(message).toContain("https://sms.example/base");
  expect(message).not.toContain("proxy-");
});
