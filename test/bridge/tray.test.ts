import {
  chmodSync,
  chownSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { bridgeCommands } from "../support/bridge-commands.ts";
import {
  BridgeProcess,
  checkoutBridge,
  type BridgeCommand,
  type ToolAnswer,
} from "../support/bridge-process.ts";
import { EmulatedAgentServer } from "../support/emulated-agent-server.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { trayWorld, type TrayWorld } from "../support/tray/tray-world.ts";

/** Generous: these tests share two cores with others. */
const SOON = { timeout: 15_000, interval: 20 };
const number = { phone_number: "+15551234567" };
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

async function bridgeOf(
  folder: string,
  env: Record<string, string> = {},
  command: BridgeCommand = checkoutBridge,
): Promise<BridgeProcess> {
  const bridge = new BridgeProcess({ command, env: { AGENTPASS_DATA_DIR: folder, ...env } });
  onTestFinished(() => bridge[Symbol.asyncDispose]());
  await bridge.initialize("Claude Code");
  return bridge;
}

const call = (bridge: BridgeProcess, name: string, args: object = {}): Promise<ToolAnswer> =>
  bridge.toolAnswer(bridge.callTool(name, args));

const textOf = ({ content }: ToolAnswer): string => content[0]?.text ?? "";

/** A socket that nobody listens on any more, as a killed tray leaves it. */
async function leaveStaleSocket(folder: string): Promise<string> {
  const path = join(folder, "run", "agents.sock");
  mkdirSync(join(folder, "run"), { mode: 0o700 });
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(`${path}.live`, resolve));
  renameSync(`${path}.live`, path);
  await new Promise((resolve) => server.close(resolve));
  return path;
}

/** Mock mode's credentials and the address of a server, as they lie in a data folder. */
function writeMockCredentials(folder: string, url: string): void {
  const credentials = { agentKey: "mock-key", accountSid: "AC", authToken: "t" };
  writeFileSync(join(folder, "mock-credentials.json"), JSON.stringify(credentials));
  const file = { url, pid: 1, mode: "mock", node: "/node", version: "0" };
  writeFileSync(join(folder, "server.json"), JSON.stringify(file));
}

async function openWait(t: TrayWorld, nth = 1): Promise<string> {
  return vi.waitFor(() => {
    const requestId = [...t.server.waits.keys()][nth - 1];
    if (requestId === undefined) throw new Error("no such wait");
    return requestId;
  }, SOON);
}

test.each(bridgeCommands)(
  "a bridge from $form works through the tray beside it, and keeps its token for itself",
  async (command) => {
    const t = await trayWorld();
    const bridge = await bridgeOf(t.folder, {}, command);
    const leased = await call(bridge, "get_phone_number");
    expect(leased.structuredContent).toMatchObject(number);
    expect(t.asked).toMatchObject([{ clientName: "Claude Code" }]);
    const file = join(t.folder, "bridge-tokens", "claude-code.json");
    await vi.waitUntil(() => statSync(file, { throwIfNoEntry: false })?.isFile(), SOON);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(t.folder, "bridge-tokens")).mode & 0o777).toBe(0o700);
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ agent: "Claude Code" });
    const next = await bridgeOf(t.folder, {}, command);
    expect((await call(next, "list_sms")).isError).toBeUndefined();
    expect(t.asked).toHaveLength(1);
  },
);

test("a data folder whose path is too long for a socket works as well", async () => {
  const folder = join(temporaryFolder(), "a".repeat(120));
  mkdirSync(folder);
  const t = await trayWorld({ folder });
  onTestFinished(() => rmSync(dirname(t.path), { recursive: true }));
  expect(t.path).toMatch(/^\/tmp\/agentpass-/);
  expect(statSync(dirname(t.path)).mode & 0o777).toBe(0o700);
  expect((await call(await bridgeOf(folder), "get_phone_number")).structuredContent).toMatchObject(number);
});

test("nothing is asked before the first call", async () => {
  const t = await trayWorld();
  const bridge = await bridgeOf(t.folder);
  await bridge.request("tools/list");
  expect((await call(bridge, "extract_otp_from_sms", { sms_body: "Hello" })).isError).toBeUndefined();
  expect(t.asked).toEqual([]);
});

test("a key in the environment comes before the tray, and the tray before mock credentials", async () => {
  const t = await trayWorld();
  await using direct = await EmulatedAgentServer.start();
  writeMockCredentials(t.folder, direct.url);
  const keys: (string | undefined)[] = [];
  direct.onContext = (key) => keys.push(key);
  const byTray = await bridgeOf(t.folder);
  await call(byTray, "get_phone_number");
  expect(keys).toEqual([]);
  const byKey = await bridgeOf(t.folder, { AGENTPASS_API_KEY: "ap_agent_k", AGENTPASS_API_URL: direct.url });
  await call(byKey, "get_phone_number");
  expect(keys).toEqual(["ap_agent_k"]);
  await t.tray.close();
  const byMock = await bridgeOf(t.folder);
  await call(byMock, "get_phone_number");
  expect(keys).toEqual(["ap_agent_k", "mock-key"]);
});

test("a socket that a killed tray left behind is passed over where there are mock credentials", async () => {
  const folder = temporaryFolder();
  await using server = await EmulatedAgentServer.start();
  await leaveStaleSocket(folder);
  writeMockCredentials(folder, server.url);
  expect((await call(await bridgeOf(folder), "get_phone_number")).structuredContent).toMatchObject(number);
});

test("where nobody listens and there is nothing else, the person is asked to open AgentPass; then the call works", async () => {
  const t = await trayWorld();
  await t.tray.close();
  rmSync(join(t.folder, "run"), { recursive: true });
  await leaveStaleSocket(t.folder);
  const bridge = await bridgeOf(t.folder);
  const answer = await call(bridge, "get_phone_number");
  expect(answer.isError).toBe(true);
  expect(textOf(answer)).toContain("Open AgentPass and sign in");
  await t.restart();
  expect((await call(bridge, "get_phone_number")).isError).toBeUndefined();
});

test.runIf(isRoot).each(["folder", "socket"])("another user's %s is refused in words", async (whose) => {
  const folder = temporaryFolder();
  await using server = await EmulatedAgentServer.start();
  writeMockCredentials(folder, server.url);
  const path = await leaveStaleSocket(folder);
  chownSync(whose === "folder" ? join(folder, "run") : path, NOBODY, NOBODY);
  const answer = await call(await bridgeOf(folder), "get_phone_number");
  expect(answer.isError).toBe(true);
  expect(textOf(answer)).toMatch(/belongs to another user \(uid 65534\).*AGENTPASS_DATA_DIR/);
});

test("a folder that others may enter is refused in words", async () => {
  const t = await trayWorld();
  chmodSync(join(t.folder, "run"), 0o755);
  const answer = await call(await bridgeOf(t.folder), "get_phone_number");
  expect(textOf(answer)).toMatch(/open to other users.*chmod 700/);
});

test("a person who takes time: the call ends with the mend, and the next one works", async () => {
  const t = await trayWorld();
  const answer = Promise.withResolvers<{ allow: true; name: string; policy: "allow" }>();
  t.answer = () => answer.promise;
  const bridge = await bridgeOf(t.folder);
  // Looks once, so it does not wait long for the person either.
  const first = await call(bridge, "wait_for_sms", { ...number, timeout: 0 });
  expect(first.isError).toBe(true);
  expect(textOf(first)).toContain("Answer the question that AgentPass shows");
  answer.resolve({ allow: true, name: "Claude Code", policy: "allow" });
  expect((await call(bridge, "get_phone_number")).isError).toBeUndefined();
  expect(t.asked).toHaveLength(1);
});

test("a person who says no: the call fails with the reason and the mend", async () => {
  const t = await trayWorld();
  t.answer = async () => ({ allow: false });
  const bridge = await bridgeOf(t.folder);
  const answer = await call(bridge, "get_phone_number");
  expect(answer.isError).toBe(true);
  expect(textOf(answer)).toMatch(/A person decided that "Claude Code" may not use AgentPass.*under Agents/);
});

test("a tray that is signed out says what to do", async () => {
  const t = await trayWorld();
  t.account.set(null);
  const answer = await call(await bridgeOf(t.folder), "get_phone_number");
  expect(textOf(answer)).toContain("Open AgentPass and sign in");
});

test("a wait goes on over a restart of the tray, and gets the code that came meanwhile", async () => {
  const t = await trayWorld();
  const bridge = await bridgeOf(t.folder);
  await call(bridge, "get_phone_number");
  const waiting = bridge.callTool("wait_for_sms", { ...number, timeout: 40_000 });
  const requestId = await openWait(t);
  await t.tray.close();
  t.server.answer(requestId);
  await t.restart();
  expect((await bridge.toolAnswer(waiting)).structuredContent).toMatchObject({ otp: { code: "482913" } });
  expect(t.server.waits.size).toBe(1);
  expect(t.asked).toHaveLength(1);
});

test("a call that comes while the tray restarts waits briefly, and a tray that stays away is named", async () => {
  const t = await trayWorld();
  const bridge = await bridgeOf(t.folder);
  await call(bridge, "get_phone_number");
  await t.tray.close();
  const early = bridge.callTool("list_sms");
  await t.restart();
  expect((await bridge.toolAnswer(early)).isError).toBeUndefined();
  await t.tray.close();
  const answer = await call(bridge, "list_sms");
  expect(answer.isError).toBe(true);
  expect(textOf(answer)).toMatch(/AgentPass \(the tray app\) does not answer. Open AgentPass/);
});

test("revoked in the middle of a wait, the call ends with the reason", async () => {
  const t = await trayWorld();
  const bridge = await bridgeOf(t.folder);
  await call(bridge, "get_phone_number");
  const waiting = bridge.callTool("wait_for_sms", { ...number, timeout: 40_000 });
  await openWait(t);
  await t.tray.revoke(t.tray.state.agents[0]?.id ?? "");
  const answer = await bridge.toolAnswer(waiting);
  expect(answer.isError).toBe(true);
  expect(textOf(answer)).toContain('"Claude Code" was disconnected in AgentPass');
});

test("the end of a bridge gives back what was not confirmed, within a second", async () => {
  const t = await trayWorld();
  const bridge = await bridgeOf(t.folder);
  await call(bridge, "get_phone_number");
  const waiting = bridge.callTool("wait_for_sms", { ...number, timeout: 40_000 });
  t.server.answer(await openWait(t));
  await bridge.toolAnswer(waiting);
  bridge.child.stdin.end();
  expect((await bridge.ended()).afterMs).toBeLessThan(1_000);
  await expect.poll(() => t.server.log, SOON).toContain("settle give_back");
});

test("two hundred parallel calls through the socket are all answered", async () => {
  const t = await trayWorld();
  const bridge = await bridgeOf(t.folder);
  await call(bridge, "get_phone_number");
  const ids = Array.from({ length: 200 }, () => bridge.callTool("get_phone_number"));
  const answers = await Promise.all(ids.map((id) => bridge.toolAnswer(id)));
  expect(answers.filter(({ isError }) => isError)).toEqual([]);
});

test("a token that cannot be saved is noted, and the bridge works on", async () => {
  const t = await trayWorld();
  writeFileSync(join(t.folder, "bridge-tokens"), "a file where a folder should be");
  const bridge = await bridgeOf(t.folder);
  expect((await call(bridge, "get_phone_number")).isError).toBeUndefined();
  await bridge.until(() => (bridge.stderr.includes("could not be saved") ? true : null));
});

/** What listens in the place of a tray, and says this to everybody. Gives its data folder. */
async function impostor(says: string): Promise<string> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "run"), { mode: 0o700 });
  const server = createServer((socket) => {
    socket.on("error", () => {});
    socket.write(says);
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(join(folder, "run", "agents.sock"), resolve));
  return folder;
}

test("junk in the place of a tray does not hurt the bridge", async () => {
  const folder = await impostor(`hello\n{"type":"welcome"}\n${"x".repeat(200_000)}\n`);
  const answer = await call(await bridgeOf(folder), "get_phone_number");
  expect(answer.isError).toBe(true);
  expect(textOf(answer)).toContain("Open AgentPass anew");
});

test.each([
  [
    "far newer",
    { protocol: 1, version: "0.9.0" },
    /This MCP bridge is version 0\.1\.0, too old for.*Update the bridge/,
  ],
  [
    "of a lower protocol",
    { protocol: 0, version: "0.1.0" },
    /The AgentPass app is version 0\.1\.0, too old.*Update the AgentPass app/,
  ],
])(
  "a tray that is %s is told from one that is away: the bridge says at once who must update",
  async (_, spoken, sentence) => {
    const folder = await impostor(`${JSON.stringify({ type: "welcome", ...spoken })}\n`);
    const answer = await call(await bridgeOf(folder), "get_phone_number");
    expect(answer.isError).toBe(true);
    expect(textOf(answer)).toMatch(sentence);
  },
);
