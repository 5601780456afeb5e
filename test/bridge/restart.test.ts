import { expect, test } from "vitest";
import { BridgeProcess } from "../support/bridge-process.ts";
import { randomCode, RunningServer } from "../support/running-server.ts";

test.each(["SIGTERM", "SIGKILL"] as const)(
  "a wait goes on over a restart of the server (%s) and gets its code once",
  async (signal) => {
    await using server = await RunningServer.start();
    await using bridge = new BridgeProcess({ env: server.environment });
    await bridge.initialize();
    const leased = await bridge.toolAnswer(bridge.callTool("get_phone_number"));
    const phone_number = String(leased.structuredContent?.["phone_number"]);
    const waiting = bridge.callTool("wait_for_sms", { phone_number, timeout: 40_000 });
    await bridge.toolAnswer(bridge.callTool("list_sms"));
    await server.stop(signal);
    await server.start();
    const sent = randomCode();
    expect(await server.sms(phone_number, `Your code is ${sent}`)).toBe(200);
    const answer = await bridge.toolAnswer(waiting);
    expect(answer.structuredContent).toMatchObject({ status: "received", otp: { code: sent } });
    const again = await bridge.toolAnswer(bridge.callTool("wait_for_sms", { phone_number, timeout: 0 }));
    expect(again.structuredContent).toMatchObject({ status: "timeout" });
  },
);

test("a server that freezes with its sockets open is noticed, and the wait goes on when it wakes", async () => {
  await using server = await RunningServer.start();
  await using bridge = new BridgeProcess({ env: server.environment });
  await bridge.initialize();
  const leased = await bridge.toolAnswer(bridge.callTool("get_phone_number"));
  const phone_number = String(leased.structuredContent?.["phone_number"]);
  const waiting = bridge.callTool("wait_for_sms", { phone_number, timeout: 40_000 });
  await bridge.toolAnswer(bridge.callTool("list_sms"));
  server.freeze();
  const meanwhile = await bridge.toolAnswer(bridge.callTool("get_phone_number"));
  expect(meanwhile.isError).toBe(true);
  expect(meanwhile.content[0]?.text).toContain("cannot be reached");
  server.thaw();
  const sent = randomCode();
  expect(await server.sms(phone_number, `Your code is ${sent}`)).toBe(200);
  const answer = await bridge.toolAnswer(waiting);
  expect(answer, JSON.stringify(answer)).toMatchObject({ structuredContent: { otp: { code: sent } } });
});
