import { describe, expect, test } from "vitest";
import { verifies } from "../support/verifies.ts";
import { bridgeCommands } from "../support/bridge-commands.ts";
import { BridgeProcess, correctedCall, type BridgeCommand } from "../support/bridge-process.ts";
import { EmulatedAgentServer, refused } from "../support/emulated-agent-server.ts";

/** Generous: these tests share two cores with others. */
const SOON = { timeout: 15_000, interval: 20 };
const number = { phone_number: "+15551234567" };

async function startWith(command: BridgeCommand, clientName = "a-test") {
  const server = await EmulatedAgentServer.start();
  const bridge = new BridgeProcess({
    command,
    env: { AGENTPASS_API_KEY: "ap_agent_test", AGENTPASS_API_URL: server.url },
  });
  await bridge.initialize(clientName);
  return {
    server,
    bridge,
    /** The request id of the wait that was opened as the nth. */
    opened: (nth = 1) => expect.poll(() => [...server.waits.keys()][nth - 1] ?? "", SOON).not.toBe(""),
    wait: (nth = 1) => [...server.waits.keys()][nth - 1] ?? "",
    logged: (line: string) => expect.poll(() => server.log, SOON).toContain(line),
    async [Symbol.asyncDispose]() {
      await bridge[Symbol.asyncDispose]();
      await server.stop();
    },
  };
}

/** The npm package has the executable's program. */
const forms = bridgeCommands.filter(({ form }) => form !== "the npm package");

describe.each(forms)("the bridge from $form", (command) => {
  const start = (clientName?: string) => startWith(command, clientName);
  test("a code that comes while waiting is the answer, in structure and as text", async () => {
    await using t = await start();
    const id = t.bridge.callTool("wait_for_sms", number);
    await t.opened();
    t.server.answer(t.wait());
    const answer = await t.bridge.toolAnswer(id);
    expect(answer.structuredContent).toMatchObject({
      status: "received",
      otp: { code: "482913" },
      to: number.phone_number,
      simulated: true,
    });
    expect(JSON.parse(answer.content[0]?.text ?? "")).toEqual(answer.structuredContent);
  });

  test("the next call confirms the answer before it", async () => {
    await using t = await start();
    const id = t.bridge.callTool("wait_for_sms", number);
    await t.opened();
    t.server.answer(t.wait());
    await t.bridge.toolAnswer(id);
    expect(t.server.log).not.toContain("settle confirm");
    await t.bridge.toolAnswer(t.bridge.callTool("list_sms"));
    await t.logged("settle confirm");
    expect(t.server.log).not.toContain("settle give_back");
  });

  test(
    verifies("delivered-is-confirmed", "a cancellation that crosses the answer gives the code back"),
    async () => {
      await using t = await start();
      const id = t.bridge.callTool("wait_for_sms", number);
      await t.opened();
      t.server.answer(t.wait());
      await t.bridge.toolAnswer(id);
      t.bridge.send({ method: "notifications/cancelled", params: { requestId: id } });
      await t.logged("settle give_back");
      expect(t.server.log).not.toContain("settle confirm");
    },
  );

  test("a wait that follows a returned code starts after the return", async () => {
    await using t = await start();
    const id = t.bridge.callTool("wait_for_sms", number);
    await t.opened();
    t.server.answer(t.wait());
    await t.bridge.toolAnswer(id);
    t.bridge.send({ method: "notifications/cancelled", params: { requestId: id } });
    t.bridge.callTool("wait_for_sms", number);
    await t.opened(2);
    const log = t.server.log.filter((line) => line === "openWait" || line === "returned");
    expect(log).toEqual(["openWait", "returned", "openWait"]);
  });

  test("a cancelled call ends its wait and gets no answer", async () => {
    await using t = await start();
    const id = t.bridge.callTool("wait_for_sms", number);
    await t.opened();
    t.bridge.send({ method: "notifications/cancelled", params: { requestId: id } });
    await t.logged("settle cancel");
    await t.bridge.toolAnswer(t.bridge.callTool("list_sms"));
    expect(t.bridge.messages.some((message) => message.id === id)).toBe(false);
  });

  test("the end of input gives back what was not confirmed, and ends open waits, within a second", async () => {
    await using t = await start();
    const id = t.bridge.callTool("wait_for_sms", number);
    t.bridge.callTool("wait_for_sms", { ...number, service: "example.com" });
    await t.opened(2);
    t.server.answer(t.wait());
    await t.bridge.toolAnswer(id);
    t.bridge.child.stdin.end();
    expect((await t.bridge.ended()).afterMs).toBeLessThan(1_000);
    expect(t.server.log).toContain("settle give_back");
    expect(t.server.log).toContain("settle cancel");
    expect(t.server.log).not.toContain("settle confirm");
  });

  test("a broken pipe gives the answer back", async () => {
    await using t = await start();
    t.bridge.callTool("wait_for_sms", number);
    await t.opened();
    t.bridge.child.stdout.destroy();
    t.server.answer(t.wait());
    expect((await t.bridge.ended()).afterMs).toBeLessThan(1_000);
    expect(t.server.log).toContain("returned");
  });

  test("the process ends within a second also when the server hangs", async () => {
    await using t = await start();
    t.bridge.callTool("wait_for_sms", number);
    await t.opened();
    t.server.onCall = () => new Promise(() => {});
    t.bridge.child.kill("SIGTERM");
    expect((await t.bridge.ended()).afterMs).toBeLessThan(1_000);
  });

  test("a timeout is a result that says what to call next", async () => {
    await using t = await start();
    const answer = await t.bridge.toolAnswer(t.bridge.callTool("wait_for_sms", { ...number, timeout: 400 }));
    expect(answer.structuredContent).toMatchObject({ status: "timeout" });
    expect(answer.structuredContent?.["waited_ms"]).toBeGreaterThanOrEqual(400);
    expect(answer.structuredContent?.["message"]).toMatch(
      /^Timed out waiting for SMS to \+15551234567.*pnpm simulate --to \+15551234567 --body "Your code is 482913"/,
    );
  });

  test("timeout 0 looks once", async () => {
    await using t = await start();
    const answer = await t.bridge.toolAnswer(t.bridge.callTool("wait_for_sms", { ...number, timeout: 0 }));
    expect(answer.structuredContent).toMatchObject({ status: "timeout" });
    expect(t.server.log.filter((line) => line.startsWith("settle"))).toEqual([]);
  });

  test("the deadline asks the server, and a code that came first is given", async () => {
    await using t = await start();
    // Between the deadline and the server's word on it, whenever that is.
    t.server.onCall = (name) => {
      if (name === "settleWait") t.server.answer(t.wait(), "771204", true);
    };
    const id = t.bridge.callTool("wait_for_sms", { ...number, timeout: 600 });
    const answer = await t.bridge.toolAnswer(id);
    expect(answer.structuredContent).toMatchObject({ status: "received", otp: { code: "771204" } });
  });

  test("a wait survives a restart of the server and gets the code that came meanwhile", async () => {
    await using t = await start();
    const id = t.bridge.callTool("wait_for_sms", number);
    await t.opened();
    await t.server.stop();
    t.server.answer(t.wait(), "190288", true);
    await t.server.start();
    const answer = await t.bridge.toolAnswer(id);
    expect(answer.structuredContent).toMatchObject({ status: "received", otp: { code: "190288" } });
    expect(t.server.waits.size).toBe(1);
  });

  test("a wait whose opening was lost with the connection goes on, longer than a call would wait", async () => {
    await using t = await start();
    t.server.onCall = (name) => (name === "openWait" ? new Promise(() => {}) : undefined);
    const id = t.bridge.callTool("wait_for_sms", number);
    await t.logged("openWait");
    await t.server.stop();
    const meanwhile = await t.bridge.toolAnswer(t.bridge.callTool("get_phone_number"));
    expect(meanwhile.isError).toBe(true);
    t.server.onCall = () => {};
    await t.server.start();
    await t.opened();
    t.server.answer(t.wait());
    expect((await t.bridge.toolAnswer(id)).structuredContent).toMatchObject({ status: "received" });
  });

  test("a call waits briefly for a server that is coming back", async () => {
    await using t = await start();
    await t.bridge.toolAnswer(t.bridge.callTool("get_phone_number"));
    await t.server.stop();
    const id = t.bridge.callTool("get_phone_number");
    await t.server.start();
    expect((await t.bridge.toolAnswer(id)).isError).toBeUndefined();
  });

  test("a wait whose server does not come back ends with the mend at its deadline", async () => {
    await using t = await start();
    // Also where the deadline comes before the stop, the server says nothing to it any more.
    t.server.onCall = (name) => (name === "settleWait" ? new Promise(() => {}) : undefined);
    const id = t.bridge.callTool("wait_for_sms", { ...number, timeout: 1_500 });
    await t.opened();
    await t.server.stop();
    const answer = await t.bridge.toolAnswer(id);
    expect(answer.isError).toBe(true);
    expect(answer.structuredContent).toBeUndefined();
    expect(answer.content[0]?.text).toContain("pnpm start");
  });

  test("the server's problems are told with field, mend and corrected call", async () => {
    await using t = await start();
    t.server.onCall = () => {
      throw refused({
        code: "invalid_input",
        field: "match",
        message: '"(" is not a pattern',
        suggestion: { match: "([0-9]+)" },
      });
    };
    const answer = await t.bridge.toolAnswer(t.bridge.callTool("wait_for_sms", { ...number, match: "(" }));
    expect(answer.isError).toBe(true);
    expect(answer.content[0]?.text).toContain('match: "(" is not a pattern');
    expect(correctedCall(answer)).toEqual({
      name: "wait_for_sms",
      arguments: { ...number, match: "([0-9]+)" },
    });
  });

  test("a key that the server refuses is named by where it came from", async () => {
    await using t = await start();
    t.server.onCall = () => {
      throw refused({ code: "not_signed_in", message: "Unknown key." });
    };
    const answer = await t.bridge.toolAnswer(t.bridge.callTool("get_phone_number"));
    expect(answer.isError).toBe(true);
    expect(answer.content[0]?.text).toMatch(
      /refused the key from AGENTPASS_API_KEY.*key create --kind agent/,
    );
  });

  test("another agent's number leads back to a number of one's own", async () => {
    await using t = await start();
    t.server.onCall = () => {
      throw refused({ code: "not_found", field: "phoneNumber", message: "You have no such number." });
    };
    const answer = await t.bridge.toolAnswer(t.bridge.callTool("wait_for_sms", number));
    expect(answer.content[0]?.text).toContain("phone_number: You have no such number.");
    expect(correctedCall(answer)).toEqual({ name: "get_phone_number", arguments: {} });
  });

  test("a server that does not work with the bridge's version is told of at once, with who must update", async () => {
    await using t = await start();
    const message = "This client's version is \"0.1.0\", too old for this server's 0.3.0. Update the app.";
    t.server.onCall = () => {
      throw refused({ code: "outdated", message });
    };
    const answer = await t.bridge.toolAnswer(t.bridge.callTool("get_phone_number"));
    expect(answer).toMatchObject({
      isError: true,
      content: [{ text: `get_phone_number failed: ${message}` }],
    });
  });
});
