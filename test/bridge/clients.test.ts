import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bridgeFile } from "../support/bridge-process.ts";
import { clientKinds, connectClient } from "../support/mcp-clients.ts";
import { randomCode, RunningServer } from "../support/running-server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  rmSync(strange, { recursive: true });
});

const strange = mkdtempSync(join(tmpdir(), "a strange folder "));
const places = [
  ["Node 24 in a strange folder", { command: process.execPath, cwd: strange }],
  ["the node on the PATH, from the root folder", { command: "/usr/bin/node", cwd: "/" }],
] as const;

for (const kind of clientKinds) {
  test.each(places)(`the ${kind} client gets its code with %s`, async (_name, place) => {
    const agent = await connectClient(kind, { ...place, args: [bridgeFile], env: server.environment });
    try {
      expect((await agent.listTools()).tools).toHaveLength(5);
      // A v1 client throws at an error whose content does not fit the output schema.
      expect(await agent.callTool({ name: "wait_for_sms", arguments: { timeout: 30 } })).toMatchObject({
        isError: true,
      });
      const passport_id = `${kind}-${place.cwd}`;
      const leased = await agent.callTool({ name: "get_phone_number", arguments: { passport_id } });
      const { phone_number } = leased.structuredContent as { phone_number: string };
      const code = randomCode();
      const waiting = agent.callTool({ name: "wait_for_sms", arguments: { phone_number, timeout: 20_000 } });
      expect(await server.sms(phone_number, `Your code is ${code}`)).toBe(200);
      expect((await waiting).structuredContent).toMatchObject({
        status: "received",
        to: phone_number,
        from: "+12025550123",
        otp: { code },
        simulated: true,
      });
      const listed = await agent.callTool({ name: "list_sms", arguments: { phone_number } });
      expect(listed.structuredContent).toMatchObject({ messages: [{ otp: { code } }] });
      const released = await agent.callTool({ name: "release_phone_number", arguments: { phone_number } });
      expect(released.structuredContent).toMatchObject({ phone_number, status: "released" });
    } finally {
      await agent.close();
    }
  });
}
