import { Secret } from "@agentpass/shared/secret";
import { expect, onTestFinished, test } from "vitest";
import { BridgeInProcess } from "../support/bridge-in-process.ts";
import { EmulatedAgentServer } from "../support/emulated-agent-server.ts";
import { MovedClock } from "../support/moved-clock.ts";

const MINUTE_MS = 60_000;
const phone_number = "+15551234567";

/** The server's side of it for ten real seconds and more is in test/faults/client-minute.test.ts. */
test.each([
  ["a-test", 60_000],
  ["claude-code", 60_000],
  ["Zed", 60_000],
  ["github-copilot-developer", 30_000],
  ["codex-mcp-client", 300_000],
] as const)(
  "a model in %s that calls again while its wait is pending has its code after ten minutes, before its client gives up after %i ms",
  async (clientName, limitMs) => {
    const server = await EmulatedAgentServer.start();
    onTestFinished(() => server.stop());
    using clock = new MovedClock();
    const heartbeat = setInterval(() => server.publish({ type: "heartbeat" }), 15_000);
    onTestFinished(() => clearInterval(heartbeat));
    await using bridge = new BridgeInProcess(
      { dataFolder: "/nonexistent", apiKey: new Secret("k"), apiUrl: server.url },
      clientName,
    );
    let isConnected = false;
    void bridge.connect().then(() => (isConnected = true));
    await clock.stand(() => isConnected);
    // In the midst of a call, whatever its client's limit is.
    setTimeout(() => server.answer([...server.waits.keys()].at(-1) ?? ""), 10 * MINUTE_MS);
    const statuses: unknown[] = [];
    let timeout = 11 * MINUTE_MS;
    let code: unknown = null;
    while (code === null) {
      const calls = server.waits.size;
      const call = bridge.call("wait_for_sms", { phone_number, timeout }, limitMs);
      await clock.stand(() => server.waits.size > calls);
      const answer = await clock.until(call);
      expect(answer.isError, answer.content[0]?.text).toBeUndefined();
      const { status, remaining_ms, otp } = answer.structuredContent ?? {};
      statuses.push(status);
      timeout = Number(remaining_ms);
      if (typeof otp === "object" && otp !== null && "code" in otp) code = otp.code;
    }
    expect(code).toBe("482913");
    expect(new Set(statuses.slice(0, -1))).toEqual(new Set(["pending"]));
    // Each of the calls before was parked, and none cancelled: that would have lost the wait's place.
    expect(server.log.filter((line) => line === "settle park")).toHaveLength(statuses.length - 1);
    expect(server.log).not.toContain("settle cancel");
    await clock.advance(20_000);
    expect(server.log.filter((line) => line === "settle confirm")).toHaveLength(1);
  },
);
