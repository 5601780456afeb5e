import { execFileSync } from "node:child_process";
import { verifies } from "../../../test/support/verifies.ts";
import { mkdtempSync, writeFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AgentMessage } from "@agentpass/shared/agent-api";
import { describe, expect, test } from "vitest";
import { startServer } from "./sms-route.test-support.ts";

const PATH = "/webhook/sms-notifications/";
const message: AgentMessage = {
  id: "SM1",
  from: "+12025550147",
  to: "+15551234567",
  body: "Your code is 482913",
  receivedAt: "2026-01-01T00:00:00.000Z",
  state: "available",
  otp: { code: "482913" },
  simulated: true,
};
const bearer = { headers: { authorization: "Bearer key-1" } };

describe("looking at a number", () => {
  test(
    verifies("look-not-kept", "shows its messages to the key's holder, and is kept by nobody"),
    async () => {
      const asked: unknown[] = [];
      await using server = await startServer({
        readMessages: ({ key }, number) => {
          asked.push([key.reveal(), number]);
          return Promise.resolve([message]);
        },
      });
      for (const number of ["+15551234567", "%2B15551234567"]) {
        const response = await fetch(server.url + PATH + number, bearer);
        expect(response.status).toBe(200);
        expect(response.headers.get("cache-control")).toBe("no-store");
        expect(await response.json()).toEqual({ phoneNumber: "+15551234567", messages: [message] });
      }
      expect(asked).toEqual(Array.from({ length: 2 }, () => ["key-1", "+15551234567"]));
    },
  );

  test("answers problems with their status", async () => {
    await using server = await startServer({
      readMessages: () => Promise.resolve({ code: "not_found", message: "No such number." }),
    });
    expect((await fetch(`${server.url}${PATH}+15551234567`, bearer)).status).toBe(404);
    const wrong = await fetch(`${server.url}${PATH}15551234567`, bearer);
    expect(wrong.status).toBe(400);
    expect(await wrong.json()).toMatchObject({
      problem: { field: "phoneNumber", suggestion: { phoneNumber: "+15551234567" } },
    });
    expect((await fetch(`${server.url}${PATH}%zz`, bearer)).status).toBe(400);
    expect((await fetch(`${server.url}${PATH}+15551234567`, { ...bearer, method: "DELETE" })).status).toBe(
      405,
    );
  });

  test("with wrong keys is limited, and never for the right one", async () => {
    await using server = await startServer({
      readMessages: ({ key }) =>
        Promise.resolve(key.reveal() === "key-1" ? [] : { code: "not_signed_in", message: "Unknown key." }),
    });
    const url = `${server.url}${PATH}+15551234567`;
    const statuses = new Set<number>();
    for (let count = 0; count < 40; count++)
      statuses.add((await fetch(url, { headers: { authorization: `Bearer ${count}` } })).status);
    expect([...statuses]).toEqual([401, 429]);
    expect((await fetch(url, bearer)).status).toBe(200);
  });

  test("is refused to foreign pages", async () => {
    await using server = await startServer();
    const headers = { ...bearer.headers, origin: "https://evil.example" };
    expect((await fetch(`${server.url}${PATH}+15551234567`, { headers })).status).toBe(403);
  });
});

describe("without a key", () => {
  test(verifies("G5", "the answer is a command that works as printed"), async () => {
    const folder = mkdtempSync(join(tmpdir(), "key's folder-"));
    const keyFile = join(folder, "owner-key");
    writeFileSync(keyFile, "key-1\n");
    await using server = await startServer({
      keyFile,
      readMessages: ({ key }) =>
        Promise.resolve(
          key.reveal() === "key-1" ? [message] : { code: "not_signed_in", message: "Unknown key." },
        ),
    });
    for (const headers of [{}, { authorization: "Bearer wrong" }, { authorization: "Basic a2V5LTE=" }]) {
      const response = await fetch(`${server.url}${PATH}+15551234567`, { headers });
      expect([response.status, response.headers.get("www-authenticate")]).toEqual([
        401,
        'Bearer realm="AgentPass SMS"',
      ]);
      const command = (await response.text()).split("\n").find((line) => line.startsWith("curl ")) ?? "";
      // The shell does the quoting; the request itself is made here, since the server is in this process.
      const args = execFileSync("sh", ["-c", command.replace(/^curl/, "printf '%s\\n'")], {
        encoding: "utf8",
      });
      const [, authorization = "", url = ""] = args.split("\n");
      const [name = "", value = ""] = authorization.split(": ");
      expect((await fetch(url, { headers: { [name]: value } })).status).toBe(200);
    }
    rmSync(folder, { recursive: true });
  });
});
