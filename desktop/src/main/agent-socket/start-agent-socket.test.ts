import { messagePage } from "@agentpass/shared/agent-api";
import { expect, test, vi } from "vitest";
import { chmodSync, chownSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { message, refused } from "../../../../test/support/emulated-agent-server.ts";
import { FileStore } from "../../../../test/support/tray/file-store.ts";
import type { Line } from "../../../../test/support/tray/socket-client.ts";
import { allowed, trayWorld as world } from "../../../../test/support/tray/tray-world.ts";
import type { FirstContactAnswer } from "./first-contacts.ts";
import { LocalAgents } from "./local-agents.ts";
import { startAgentSocket } from "./start-agent-socket.ts";

const wait = { requestId: "request-1", phoneNumber: "+15551234567", timeoutMs: 60_000 };
const SOON = { timeout: 10_000, interval: 10 };

const limits = { reconnectMs: 1_000, resendMs: 1_000, totalMs: 10_000 };
const getNumber = (id: number) => ({ type: "call", id, method: "getNumber", input: {}, limits });
const problemOf = (line: Line): string => `${line.problem?.code}: ${line.problem?.message}`;

test("a program that the person allows gets its token and its answer from the first call", async () => {
  const t = await world();
  const bridge = await t.connect();
  expect(await bridge.hello()).toMatchObject({ type: "welcome", protocol: 1 });
  expect(await bridge.call("getNumber")).toMatchObject({ result: { phoneNumber: "+15551234567" } });
  expect(t.asked).toMatchObject([{ clientName: "claude-code" }]);
  expect(t.account.created).toMatchObject([{ name: "Claude Code", policy: "allow" }]);
  const { token } = await bridge.until(({ type }) => type === "token");
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(t.tray.state).toMatchObject({
    listening: true,
    problems: [],
    agents: [{ name: "Claude Code", connections: 1, revoked: false, problem: null }],
  });
  const stored = readFileSync(join(t.folder, "agents.json"), "utf8");
  expect(stored).not.toContain(token);
  expect(JSON.stringify(bridge.lines)).not.toContain("ap_agent_");
});

test("with its token a program is known again, also by a tray that was started anew", async () => {
  const t = await world();
  const { token } = await t.paired();
  await t.restart();
  const again = await t.connect();
  await again.hello({ token });
  expect(await again.call("listMessages")).toMatchObject({ result: { messages: [] } });
  expect(t.asked).toHaveLength(1);
  expect(t.account.created).toHaveLength(1);
});

test("a token that nobody gave out is a first contact", async () => {
  const t = await world();
  const bridge = await t.connect();
  await bridge.hello({ token: "A".repeat(43) });
  await bridge.call("getNumber");
  expect(t.asked).toHaveLength(1);
});

test("a call waits briefly for the person; an answer that comes later is there for the next call", async () => {
  const t = await world();
  const answer = Promise.withResolvers<FirstContactAnswer>();
  t.answer = () => answer.promise;
  const bridge = await t.connect();
  await bridge.hello();
  expect(problemOf(await bridge.call("getNumber", {}, 1_200))).toMatch(
    /^unavailable: .*Answer the question that AgentPass shows/,
  );
  answer.resolve(allowed);
  expect(await bridge.call("getNumber")).toHaveProperty("result");
  expect(t.asked).toHaveLength(1);
});

test("a bridge hears of changed numbers and messages from when it follows them until it does not", async () => {
  const t = await world();
  const { bridge, token } = await t.paired();
  const idle = await t.connect();
  await idle.hello({ token });
  await idle.call("getNumber");
  const changes = () =>
    bridge.lines.filter(({ type }) => type === "held.changed").map(({ change }) => change);
  const received = (numberId: string) => t.server.publish({ type: "message.received", numberId });
  /** What the server says of a wait after it comes after everything that it said before. */
  const settle = async (requestId: string): Promise<void> => {
    await bridge.call("openWait", { ...wait, requestId });
    t.server.answer(requestId);
    await bridge.until((line) => line.type === "wait.changed" && line.requestId === requestId);
  };
  received("number-1");
  await settle("request-1");
  expect(changes()).toEqual([]);
  expect(await bridge.call("listNumbers", { follow: true })).toMatchObject({
    result: [{ numberId: "number-1" }],
  });
  received("number-1");
  t.server.publish({ type: "lease.ended", numberId: "number-2" });
  await settle("request-2");
  const told = [{ what: "messages", numberId: "number-1" }, { what: "numbers" }, { what: "messages" }];
  await vi.waitFor(() => expect(changes()).toEqual(told), SOON);
  await bridge.call("listNumbers", { follow: false });
  received("number-1");
  await settle("request-3");
  expect(changes()).toEqual(told);
  expect(idle.lines.filter(({ type }) => type === "held.changed")).toEqual([]);
});

test("two bridges of one program are one question and one agent", async () => {
  const t = await world();
  const answer = Promise.withResolvers<FirstContactAnswer>();
  t.answer = () => answer.promise;
  const bridges = await Promise.all([t.connect(), t.connect()]);
  // Both have no token yet; then both calls are on their way before anybody can answer.
  await Promise.all(bridges.map((bridge) => bridge.hello()));
  const calls = bridges.map((bridge) => bridge.call("getNumber"));
  await vi.waitUntil(() => t.asked.length > 0, SOON);
  answer.resolve(allowed);
  for (const line of await Promise.all(calls)) expect(line).toHaveProperty("result");
  expect(t.asked).toHaveLength(1);
  expect(t.account.created).toHaveLength(1);
  expect(t.tray.state.agents).toMatchObject([{ connections: 2 }]);
});

test("a program that was denied is not asked about again, until the person allows it", async () => {
  const t = await world();
  t.answer = async () => ({ allow: false });
  const bridge = await t.connect();
  await bridge.hello();
  for (let call = 0; call < 2; call += 1)
    expect(problemOf(await bridge.call("getNumber"))).toMatch(
      /^not_allowed: A person decided that "claude-code" may not.*not be asked again.*allow the program in AgentPass/,
    );
  expect(t.asked).toHaveLength(1);
  expect(t.tray.state.denied).toMatchObject([{ clientName: "claude-code", why: "person" }]);
  t.tray.allow("claude-code", { name: "Claude", policy: "allow" });
  expect(t.tray.state.denied).toEqual([]);
  expect(await bridge.call("getNumber")).toHaveProperty("result");
  expect(t.asked).toHaveLength(1);
});

test("no answer denies, and takes the question back", async () => {
  const t = await world({ answerMs: 50 });
  t.answer = () => new Promise(() => {});
  const bridge = await t.connect();
  await bridge.hello();
  expect(problemOf(await bridge.call("getNumber"))).toMatch(/^not_allowed: Nobody answered the question/);
  expect(t.asked[0]?.signal.aborted).toBe(true);
  expect(t.tray.state.denied).toMatchObject([{ why: "no_answer" }]);
});

test("a program that names itself anew for every try cannot cover the screen with questions", async () => {
  const t = await world();
  t.answer = () => new Promise(() => {});
  for (let number = 1; number <= 5; number += 1) {
    const bridge = await t.connect();
    await bridge.hello({ client: `program ${number}` });
    const { problem } = await bridge.call("getNumber", {}, 1_010);
    expect(problem?.code).toBe(number <= 3 ? "unavailable" : "too_many_requests");
  }
  expect(t.asked).toHaveLength(3);
});

test("after ten denials nobody new is asked about", async () => {
  const t = await world();
  t.answer = async () => ({ allow: false });
  for (let number = 1; number <= 11; number += 1) {
    const bridge = await t.connect();
    await bridge.hello({ client: `program ${number}` });
    expect(await bridge.call("getNumber")).toMatchObject({ problem: { code: "not_allowed" } });
  }
  expect(t.asked).toHaveLength(10);
});

test("a name that is taken in the team gets a number; a server that is away leaves the person's word for later", async () => {
  const t = await world();
  t.account.nextProblem = { code: "unavailable", message: "The server is away." };
  const bridge = await t.connect();
  await bridge.hello();
  expect(problemOf(await bridge.call("getNumber"))).toBe("unavailable: The server is away.");
  t.account.nextProblem = { code: "conflict", message: "There is another one." };
  expect(await bridge.call("getNumber")).toHaveProperty("result");
  expect(t.asked).toHaveLength(1);
  expect(t.tray.state.agents).toMatchObject([{ name: "Claude Code 2" }]);
});

test("a program that lost its token is the same agent again, when the person gives it the same name", async () => {
  const t = await world();
  const first = await t.paired();
  const second = await t.paired();
  expect(t.asked).toHaveLength(2);
  expect(t.account.created).toHaveLength(1);
  for (const { token } of [first, second]) {
    const bridge = await t.connect();
    await bridge.hello({ token });
    expect(await bridge.call("getNumber")).toHaveProperty("result");
  }
});

test("signed out, calls say so; signed in to another account, no key of the first one goes there", async () => {
  const t = await world();
  const { bridge } = await t.paired();
  t.account.set(null);
  await bridge.until(({ type }) => type === "missed");
  expect(problemOf(await bridge.call("getNumber"))).toMatch(/^not_signed_in: .*Open AgentPass and sign in/);
  const keys: (string | undefined)[] = [];
  t.server.onContext = (key) => keys.push(key);
  t.account.set({ id: "member-2", url: t.server.url });
  expect(t.tray.state.agents[0]?.problem?.message).toMatch(/let in under another account/);
  expect(await bridge.call("getNumber")).toHaveProperty("result");
  expect(t.asked).toHaveLength(2);
  expect(keys).toEqual(["ap_agent_agent-2"]);
  expect(t.tray.state.agents).toMatchObject([{ name: "Claude Code", agentId: "agent-2" }]);
});

test("a revoked program is told so, its agent is removed, and it can be let in again", async () => {
  const t = await world();
  const { bridge, token } = await t.paired();
  const [{ id } = { id: "" }] = t.tray.state.agents;
  await t.tray.revoke(id);
  expect(t.account.removed).toEqual(["agent-1"]);
  const again = await t.connect();
  await again.hello({ token });
  for (const one of [bridge, again])
    expect(problemOf(await one.call("getNumber"))).toMatch(
      /^not_allowed: "Claude Code" was disconnected in AgentPass/,
    );
  expect(t.tray.state.agents).toMatchObject([{ revoked: true }]);
  expect(readFileSync(join(t.folder, "agents.json"), "utf8")).not.toContain("ap_agent_");
  await t.tray.allowAgain(id, "allow");
  expect(await bridge.call("getNumber")).toHaveProperty("result");
  expect(t.account.created).toHaveLength(2);
  expect(t.asked).toHaveLength(1);
});

test("an agent that the server refuses is told so, shown so, and can be let in again", async () => {
  const t = await world();
  const { bridge } = await t.paired();
  await bridge.call("openWait", wait);
  t.server.onCall = () => {
    throw refused({ code: "not_signed_in", message: "This key was revoked." });
  };
  expect(problemOf(await bridge.call("getNumber"))).toMatch(
    /^not_signed_in: .*no longer lets "Claude Code" in/,
  );
  expect(t.tray.state.agents[0]?.problem?.message).toMatch(/no longer lets/);
  t.server.onCall = () => {};
  await t.tray.allowAgain(t.tray.state.agents[0]?.id ?? "", "allow");
  expect(await bridge.call("getNumber")).toHaveProperty("result");
  expect(t.tray.state.agents[0]?.problem).toBeNull();
});

test("a renamed program is renamed on the server too", async () => {
  const t = await world();
  await t.paired();
  await t.tray.rename(t.tray.state.agents[0]?.id ?? "", "Laptop");
  expect(t.account.renamed).toEqual(["agent-1 Laptop"]);
  expect(t.tray.state.agents).toMatchObject([{ name: "Laptop" }]);
});

test("two bridges with one token both work, and each hears of its own waits only", async () => {
  const t = await world();
  const { bridge: first, token } = await t.paired();
  const second = await t.connect();
  await second.hello({ token });
  await first.call("openWait", { ...wait, requestId: "wait-of-first" });
  await second.call("openWait", { ...wait, requestId: "wait-of-second" });
  t.server.answer("wait-of-first");
  t.server.answer("wait-of-second");
  await first.until(({ requestId }) => requestId === "wait-of-first");
  await second.until(({ requestId }) => requestId === "wait-of-second");
  const changes = [first, second].map(
    ({ lines }) => lines.filter(({ type }) => type === "wait.changed").length,
  );
  expect(changes).toEqual([1, 1]);
  expect(t.server.subscriptions, "one connection to the server for both").toBe(1);
});

test("a wait that another bridge resumes is answered there", async () => {
  const t = await world();
  const { bridge: first, token } = await t.paired();
  const second = await t.connect();
  await second.hello({ token });
  await first.call("openWait", wait);
  await second.call("openWait", wait);
  t.server.answer("request-1");
  await second.until(({ type }) => type === "wait.changed");
  expect(first.lines.filter(({ type }) => type === "wait.changed")).toEqual([]);
});

test("a bridge that dies leaves the others and its wait alone", async () => {
  const t = await world();
  const { bridge: first, token } = await t.paired();
  const second = await t.connect();
  await second.hello({ token });
  await first.call("openWait", { ...wait, requestId: "wait-of-first" });
  await second.call("openWait", { ...wait, requestId: "wait-of-second" });
  first.socket.destroy();
  await expect.poll(() => t.tray.state.agents[0]?.connections, SOON).toBe(1);
  t.server.answer("wait-of-second");
  await second.until(({ type }) => type === "wait.changed");
  expect(t.server.waits.get("wait-of-first")?.answer.status).toBe("open");
});

test("the connection to the server ends when no bridge was there for a while", async () => {
  const t = await world({ idleMs: 20 });
  const { bridge, token } = await t.paired();
  await expect.poll(() => t.server.subscriptions, SOON).toBe(1);
  bridge.socket.destroy();
  await expect.poll(() => t.server.subscriptions, SOON).toBe(0);
  const again = await t.connect();
  await again.hello({ token });
  expect(await again.call("getNumber")).toHaveProperty("result");
});

test("a server that is away is told as that, with the mend", async () => {
  const t = await world();
  const { bridge } = await t.paired();
  await t.server.stop();
  expect(problemOf(await bridge.call("getNumber", {}, 2_000))).toMatch(
    /^unavailable: AgentPass is open, but the team's server at http.* cannot be reached\. Look at AgentPass/,
  );
});

test("a page of messages that is too long for a line is given as a shorter one, with where it goes on", async () => {
  const t = await world();
  const { bridge } = await t.paired();
  t.server.messages = Array.from({ length: 50 }, (_, index) => message(`SM${index}`, "ключ ".repeat(320)));
  const pages: unknown[] = [];
  for (let before: string | undefined = undefined, more = true; more;) {
    const line = await bridge.call("listMessages", {
      limit: 50,
      ...(before === undefined ? {} : { before }),
    });
    const page = messagePage.parse(line.result);
    pages.push(...page.messages.map(({ id }) => id));
    before = page.nextBefore;
    more = before !== undefined;
  }
  expect(pages).toEqual(t.server.messages.map(({ id }) => id));
});

test("input that the method does not take is answered by field, and the connection lives", async () => {
  const t = await world();
  const { bridge } = await t.paired();
  expect(await bridge.call("openWait", { ...wait, timeoutMs: -1 })).toMatchObject({
    problem: { code: "invalid_input", field: "timeoutMs" },
  });
  expect(await bridge.call("getNumber")).toHaveProperty("result");
});

test.each([
  ["junk", "GET / HTTP/1.1\r\n\r\n"],
  ["a call before the hello", `${JSON.stringify({ type: "call", id: 1 })}\n`],
  ["JSON that is no frame", "[1,2,3]\n"],
  ["binary", Buffer.from([0, 255, 254, 10])],
])("%s is answered in words, and ends that connection only", async (_name, bytes) => {
  const t = await world();
  const { bridge } = await t.paired();
  const junk = await t.connect();
  junk.socket.write(bytes);
  expect(problemOf(await junk.until(({ type }) => type === "refused"))).toMatch(
    /^invalid_input: .*cannot read/,
  );
  await junk.untilEnded();
  expect(await bridge.call("getNumber")).toHaveProperty("result");
});

test("half a hello is given up after a while", async () => {
  const t = await world();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const half = await t.connect();
  half.socket.write('{"type":"hel');
  const other = await t.connect();
  other.socket.write("x\n");
  await other.until(({ type }) => type === "refused");
  await vi.advanceTimersByTimeAsync(6_000);
  vi.useRealTimers();
  await half.untilEnded();
  expect(half.lines).toEqual([]);
});

test("a line of 10 MB is refused in words after 64 KiB, and is not kept", async () => {
  const t = await world();
  const { bridge } = await t.paired();
  const before = process.memoryUsage().rss;
  const long = await t.connect();
  await long.hello();
  const chunk = Buffer.alloc(1_048_576, 0x61);
  for (let part = 0; part < 10; part += 1) long.socket.write(chunk);
  expect(problemOf(await long.until(({ type }) => type === "refused"))).toContain("65536 bytes at most");
  await long.untilEnded();
  expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1_048_576);
  expect(await bridge.call("getNumber")).toHaveProperty("result");
});

test("a line in many pieces is read as one, and two lines in one piece as two", async () => {
  const t = await world();
  const { token } = await t.paired();
  const bridge = await t.connect();
  await bridge.hello({ token });
  const line = (id: number) =>
    `${JSON.stringify({ type: "call", id, method: "listMessages", input: {}, limits })}\n`;
  for (const character of line(71)) {
    bridge.socket.write(character);
    await new Promise((resolve) => setImmediate(resolve));
  }
  bridge.socket.write(line(72) + line(73));
  for (const id of [71, 72, 73])
    expect(await bridge.until((answer) => answer.id === id)).toHaveProperty("result");
});

test("a bridge that does not read is cut off", async () => {
  const t = await world();
  const { bridge, token } = await t.paired();
  const deaf = await t.connect();
  await deaf.hello({ token });
  deaf.socket.pause();
  for (let id = 0; id < 20_000; id += 1)
    deaf.send({ type: "call", id, method: "openWait", input: {}, limits });
  await expect.poll(() => t.tray.state.agents[0]?.connections, SOON).toBe(1);
  expect(await bridge.call("getNumber")).toHaveProperty("result");
});

test("calls beyond a hundred under way are refused one by one", async () => {
  const t = await world();
  const { bridge } = await t.paired();
  t.server.onCall = () => new Promise(() => {});
  for (let id = 1_000; id < 1_120; id += 1) bridge.send(getNumber(id));
  await bridge.until(({ id }) => id === 1_119);
  const refusals = bridge.lines.filter(({ problem }) => problem?.code === "too_many_requests");
  expect(refusals.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, index) => 1_100 + index));
});

test.each([
  [
    "a bridge of another protocol",
    { protocol: 2 },
    /The AgentPass app is version .* too old.*Update the AgentPass app/,
  ],
  [
    "a bridge that is two minor versions newer",
    { version: "0.3.0" },
    /The AgentPass app is version 0\.1\.0, too old/,
  ],
  ["a bridge of no version", { version: "?" }, /This MCP bridge is version \?, too old.*Update the bridge/],
])("%s is told who must update", async (_name, spoken, sentence) => {
  const t = await world();
  const bridge = await t.connect();
  const answer = await bridge.hello(spoken);
  expect(answer).toMatchObject({ type: "refused", problem: { code: "outdated" } });
  expect(answer.problem?.message).toMatch(sentence);
  await bridge.untilEnded();
  expect(t.tray.state.problems).toMatchObject([{ code: "outdated" }]);
});

test("the two hundred and first bridge is refused in words, and the others work on", async () => {
  const t = await world();
  const { bridge } = await t.paired();
  for (let count = 2; count <= 200; count += 1) await t.connect();
  const beyond = await t.connect();
  const refusal = await beyond.until(({ type }) => type === "refused");
  expect(problemOf(refusal)).toMatch(/^too_many_requests: Too many MCP bridges/);
  expect(await bridge.call("getNumber")).toHaveProperty("result");
});

test("a program that is gone when the person allows it has its token from its next start", async () => {
  const t = await world();
  const answer = Promise.withResolvers<FirstContactAnswer>();
  t.answer = () => answer.promise;
  const bridge = await t.connect();
  await bridge.hello();
  bridge.send(getNumber(1));
  await vi.waitUntil(() => t.asked.length > 0, SOON);
  bridge.socket.destroy();
  // A bridge that comes later has seen the first one's end.
  const other = await t.connect();
  await other.hello({ client: "other" });
  answer.resolve(allowed);
  // Time enough to do with the answer what should not be done now.
  for (let turn = 0; turn < 5; turn += 1) await (await t.connect()).hello({ client: "other" });
  expect(t.account.created).toEqual([]);
  await t.paired();
  expect(t.asked).toHaveLength(1);
  expect(t.account.created).toHaveLength(1);
});

test("a bridge of the next minor version, with fields of its own, is welcome", async () => {
  const t = await world();
  const bridge = await t.connect();
  expect(await bridge.hello({ version: "0.2.7", novelty: true })).toMatchObject({ type: "welcome" });
});

test("folder and socket are this user's only", async () => {
  const t = await world();
  expect(statSync(join(t.folder, "run")).mode & 0o777).toBe(0o700);
  expect(statSync(t.path).mode & 0o777).toBe(0o600);
});

test("a folder of ours that is open to others is closed", async () => {
  const t = await world();
  await t.tray.close();
  chmodSync(join(t.folder, "run"), 0o777);
  await t.restart();
  expect(statSync(join(t.folder, "run")).mode & 0o777).toBe(0o700);
  expect(t.tray.state.listening).toBe(true);
});

test("a socket that a killed tray left behind is removed", async () => {
  const t = await world();
  renameSync(t.path, `${t.path}.kept`);
  await t.tray.close();
  renameSync(`${t.path}.kept`, t.path);
  await t.restart();
  expect(t.tray.state).toMatchObject({ listening: true, problems: [] });
  await t.paired();
});

test("a second tray is told that one runs, and leaves it alone", async () => {
  const t = await world();
  const { bridge } = await t.paired();
  const first = t.tray;
  const agents = await LocalAgents.load(new FileStore(join(t.folder, "other.json")));
  const second = await startAgentSocket({
    path: t.path,
    account: t.account,
    agents,
    ask: async () => allowed,
    isPaused: () => false,
    onBug: () => {},
  });
  expect(second.state).toMatchObject({ listening: false, problems: [{ code: "conflict" }] });
  expect(second.state.problems[0]?.message).toMatch(/^Another AgentPass of this user is open already/);
  await second.close();
  expect(await bridge.call("getNumber")).toHaveProperty("result");
  expect(first.state.listening).toBe(true);
});

test.runIf(process.getuid?.() === 0)("another user's folder is not used", async () => {
  const t = await world();
  await t.tray.close();
  chownSync(join(t.folder, "run"), 65_534, 65_534);
  await t.restart();
  expect(t.tray.state).toMatchObject({ listening: false });
  expect(t.tray.state.problems[0]?.message).toMatch(/belongs to another user \(uid 65534\)/);
});

test("what is no socket is not removed", async () => {
  const t = await world();
  await t.tray.close();
  mkdirSync(join(t.folder, "run"), { recursive: true });
  writeFileSync(t.path, "precious");
  await t.restart();
  expect(t.tray.state).toMatchObject({ listening: false });
  expect(t.tray.state.problems[0]?.message).toContain("is no socket");
  expect(readFileSync(t.path, "utf8")).toBe("precious");
});

test("a file of agents that cannot be read is told, and programs are asked about again", async () => {
  const t = await world();
  const { token } = await t.paired();
  await t.tray.close();
  writeFileSync(join(t.folder, "agents.json"), "{half");
  await t.restart();
  expect(t.tray.state.problems[0]?.message).toMatch(/^AgentPass could not read which programs/);
  const bridge = await t.connect();
  await bridge.hello({ token });
  expect(await bridge.call("getNumber")).toHaveProperty("result");
  expect(t.asked).toHaveLength(2);
});

test("agents that cannot be saved work until the end, and the state says so", async () => {
  const t = await world();
  const file = join(t.folder, "agents.json.half");
  mkdirSync(file);
  const { bridge } = await t.paired();
  expect(await bridge.call("getNumber")).toHaveProperty("result");
  expect(t.tray.state.problems[0]?.message).toMatch(/could not save which programs it lets in/);
});

test("while the person has paused the app, a program is told so, and works again after", async () => {
  const t = await world();
  const { bridge } = await t.paired();
  t.isPaused = true;
  expect(problemOf(await bridge.call("getNumber"))).toMatch(
    /^unavailable: A person has paused AgentPass.*resume it in AgentPass; repeat the call/,
  );
  t.isPaused = false;
  expect(await bridge.call("getNumber")).toHaveProperty("result");
});
