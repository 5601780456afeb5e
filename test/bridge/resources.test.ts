import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { ResourceUpdatedNotificationSchema } from "@modelcontextprotocol/sdk/types.js";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { apiClient } from "../support/api-client.ts";
import { bridgeFile, BridgeProcess, type JsonMessage } from "../support/bridge-process.ts";
import { serverWithManyNumbers } from "../support/many-numbers.ts";
import { randomCode, type RunningServer } from "../support/running-server.ts";
import { TrayProcess } from "../support/tray/tray-process.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await serverWithManyNumbers();
});
afterAll(() => server[Symbol.asyncDispose]());

const uriOf = (number: string): string => `sms://numbers/${number}/messages`;
const modern = {
  _meta: {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientInfo": { name: "a-test", version: "1" },
    "io.modelcontextprotocol/clientCapabilities": {},
  },
};

/** A client's bridge, with an agent of its own straight on the server, or by way of the tray. */
async function client({ name = "a-test", byTray = false } = {}): Promise<BridgeProcess> {
  const bridge = new BridgeProcess({ env: byTray ? server.environment : await directly(name) });
  onTestFinished(() => bridge[Symbol.asyncDispose]());
  await bridge.initialize(name);
  return bridge;
}

async function directly(name: string): Promise<Record<string, string>> {
  const admin = apiClient(server.url, server.ownerKey);
  const { key, agentId = "" } = await admin.key.create.mutate({
    kind: "agent",
    name: `${name} ${randomCode()}`,
  });
  onTestFinished(async () => void (await admin.agent.remove.mutate({ agent: agentId })));
  return { AGENTPASS_API_KEY: key, AGENTPASS_API_URL: server.url };
}

async function lease(bridge: BridgeProcess, args: object = {}): Promise<string> {
  const { structuredContent = {} } = await bridge.toolAnswer(bridge.callTool("get_phone_number", args));
  return String(structuredContent["phone_number"]);
}

async function urisListed(bridge: BridgeProcess): Promise<string[]> {
  const { result = {} } = await bridge.request("resources/list");
  return (result["resources"] as { uri: string }[]).map(({ uri }) => uri);
}

async function messagesAt(bridge: BridgeProcess, uri: string) {
  const { result = {} } = await bridge.request("resources/read", { uri });
  const [content] = result["contents"] as { uri: string; mimeType: string; text: string }[];
  expect(content).toMatchObject({ uri, mimeType: "application/json" });
  return JSON.parse(content?.text ?? "") as {
    note: string;
    messages: { otp: { code: string } | null; body: string; state: string }[];
  };
}

const said = (bridge: BridgeProcess, method: string): JsonMessage[] =>
  bridge.messages.filter((message) => message.method === method);

/** The next notification of this method after the first `before` ones. */
const heard = (bridge: BridgeProcess, method: string, before = 0): Promise<JsonMessage> =>
  bridge.until(() => said(bridge, method)[before] ?? null);

const LIST = "notifications/resources/list_changed";
const UPDATED = "notifications/resources/updated";

test("a client that starts is told of the template and of no numbers, without any backend", async () => {
  await using bridge = new BridgeProcess();
  const { result } = await bridge.initialize();
  expect(result?.["capabilities"]).toMatchObject({
    resources: { subscribe: true, listChanged: true },
    prompts: {},
  });
  expect(await urisListed(bridge)).toEqual([]);
  const templates = await bridge.request("resources/templates/list");
  expect(templates.result).toMatchObject({
    resourceTemplates: [{ uriTemplate: "sms://numbers/{number}/messages", mimeType: "application/json" }],
  });
});

test("the stock client of the 2025 revisions reads, subscribes, and signs up by the prompt", async () => {
  const stock = new Client({ name: "stock", version: "1" });
  const command = { command: process.execPath, args: [bridgeFile], cwd: "/" };
  const env = { ...server.environment, ...(await directly("stock")) };
  await stock.connect(new StdioClientTransport({ ...command, env, stderr: "ignore" }));
  onTestFinished(() => stock.close());
  const updated = Promise.withResolvers<string>();
  stock.setNotificationHandler(ResourceUpdatedNotificationSchema, ({ params }) =>
    updated.resolve(params.uri),
  );
  const leased = await stock.callTool({ name: "get_phone_number", arguments: {} });
  const { phone_number: number } = leased.structuredContent as { phone_number: string };
  const { resources } = await stock.listResources();
  expect(resources).toMatchObject([{ uri: uriOf(number), title: `SMS to ${number}` }]);
  await stock.subscribeResource({ uri: uriOf(number) });
  const code = randomCode();
  await server.sms(number, `Your code is ${code}`);
  expect(await updated.promise).toBe(uriOf(number));
  const { contents } = await stock.readResource({ uri: uriOf(number) });
  expect(JSON.stringify(contents)).toContain(code);
  const { prompts } = await stock.listPrompts();
  const { messages } = await stock.getPrompt({
    name: prompts[0]?.name ?? "",
    arguments: { service: "github.com" },
  });
  expect(JSON.stringify(messages)).toContain("wait_for_sms");
  const ref = { type: "ref/resource", uri: "sms://numbers/{number}/messages" } as const;
  const { completion } = await stock.complete({
    ref,
    argument: { name: "number", value: number.slice(0, 4) },
  });
  expect(completion.values).toEqual([number]);
});

test("a resource that needs a backend says which one is missing", async () => {
  await using bridge = new BridgeProcess();
  await bridge.initialize();
  const read = await bridge.request("resources/read", { uri: uriOf("+15551234567") });
  expect(read.error?.message).toContain("pnpm start");
  const subscribed = await bridge.request("resources/subscribe", { uri: uriOf("+15551234567") });
  expect(subscribed.error?.message).toContain("pnpm start");
});

test("what names no number's messages is no resource", async () => {
  const bridge = await client();
  for (const uri of [
    "sms://numbers/15551234567/messages",
    "sms://numbers/+15551234567",
    "file:///etc/passwd",
  ])
    for (const method of ["resources/read", "resources/subscribe"])
      expect((await bridge.request(method, { uri })).error, `${method} ${uri}`).toMatchObject({
        code: -32602,
      });
});

describe.each([
  ["straight on the server", false],
  ["by way of the tray", true],
])("%s", (way, byTray) => {
  let tray: TrayProcess | null = null;
  beforeAll(async () => {
    if (byTray) tray = await TrayProcess.start(server.dataFolder);
  });
  afterAll(() => tray?.[Symbol.asyncDispose]());

  test("a client that lists its numbers hears when they come and go", async () => {
    const bridge = await client({ name: `lists ${way}`, byTray });
    expect(await urisListed(bridge)).toEqual([]);
    const number = await lease(bridge);
    await heard(bridge, LIST);
    expect(await urisListed(bridge)).toEqual([uriOf(number)]);
    const told = said(bridge, LIST).length;
    await bridge.toolAnswer(bridge.callTool("release_phone_number", { phone_number: number }));
    await heard(bridge, LIST, told);
    expect(await urisListed(bridge)).toEqual([]);
  });

  test("a subscription hears of each SMS, and of its being taken; then the client reads it", async () => {
    const bridge = await client({ name: `subscribes ${way}`, byTray });
    const number = await lease(bridge);
    const uri = uriOf(number).replace("+", "%2B");
    expect((await bridge.request("resources/subscribe", { uri })).error).toBeUndefined();
    const code = randomCode();
    expect(await server.sms(number, `Your code is ${code}`)).toBe(200);
    expect((await heard(bridge, UPDATED)).params).toEqual({ uri });
    const { note, messages } = await messagesAt(bridge, uri);
    expect(note).toContain("untrusted");
    expect(messages).toMatchObject([{ otp: { code }, body: `Your code is ${code}`, state: "available" }]);
    const told = said(bridge, UPDATED).length;
    await bridge.toolAnswer(bridge.callTool("wait_for_sms", { phone_number: number }));
    await heard(bridge, UPDATED, told);
    expect((await messagesAt(bridge, uri)).messages[0]?.state).toMatch(/claimed|consumed/);
  });

  test("who subscribed to nothing hears nothing, and who unsubscribed hears nothing more", async () => {
    const bridge = await client({ name: `unsubscribes ${way}`, byTray });
    const number = await lease(bridge);
    const other = await lease(bridge, { passport_id: "other" });
    await bridge.request("resources/subscribe", { uri: uriOf(number) });
    await bridge.request("resources/subscribe", { uri: uriOf(other) });
    await bridge.request("resources/unsubscribe", { uri: uriOf(number) });
    await server.sms(number, "Your code is 123456");
    await server.sms(other, "Your code is 123456");
    // What came first would have been told first.
    expect((await heard(bridge, UPDATED)).params).toEqual({ uri: uriOf(other) });
    expect(said(bridge, UPDATED).filter(({ params }) => params?.["uri"] === uriOf(number))).toEqual([]);
    expect(said(bridge, LIST)).toEqual([]);
  });

  test("of two numbers that it follows, a client hears of the one that got an SMS", async () => {
    const bridge = await client({ name: `two ${way}`, byTray });
    const [one, other] = [await lease(bridge), await lease(bridge, { passport_id: "other" })];
    for (const number of [one, other]) await bridge.request("resources/subscribe", { uri: uriOf(number) });
    const told = (): unknown[] => said(bridge, UPDATED).map(({ params }) => params?.["uri"]);
    // Where its feed came up only after it asked, it is told once to look at both.
    for (const number of [other, one]) {
      await server.sms(number, "Your code is 123456");
      await bridge.until(() => (told().at(-1) === uriOf(number) ? true : null));
    }
    const before = told().length;
    for (const number of [other, one]) await server.sms(number, "Your code is 654321");
    await heard(bridge, UPDATED, before + 1);
    expect(told().slice(before)).toEqual([uriOf(other), uriOf(one)]);
  });

  test("another agent's number looks like one that nobody has, and its SMS are not heard of", async () => {
    const [one, another] = [
      await client({ name: `one ${way}`, byTray }),
      await client({ name: `another ${way}`, byTray }),
    ];
    const [own, foreign] = [await lease(one), await lease(another)];
    for (const number of [own, foreign]) await one.request("resources/subscribe", { uri: uriOf(number) });
    await server.sms(foreign, "Your code is 123456");
    await server.sms(own, "Your code is 654321");
    expect((await heard(one, UPDATED)).params).toEqual({ uri: uriOf(own) });
    const { messages: hidden, ...rest } = await messagesAt(one, uriOf(foreign));
    expect(hidden).toEqual([]);
    expect(await messagesAt(one, uriOf("+15559999999"))).toEqual({ ...rest, messages: [] });
  });

  test("a client of the 2026 revision hears on the subscription that it opened, until it cancels it", async () => {
    const bridge = new BridgeProcess({ env: byTray ? server.environment : await directly("modern") });
    onTestFinished(() => bridge[Symbol.asyncDispose]());
    await bridge.request("server/discover", modern);
    const leased = bridge.ask("tools/call", { ...modern, name: "get_phone_number", arguments: {} });
    const number = String((await bridge.toolAnswer(leased)).structuredContent?.["phone_number"]);
    const uri = uriOf(number);
    const id = bridge.ask("subscriptions/listen", {
      ...modern,
      notifications: { resourceSubscriptions: [uri], resourcesListChanged: true },
    });
    const agreed = await heard(bridge, "notifications/subscriptions/acknowledged");
    expect(agreed.params).toMatchObject({
      notifications: { resourceSubscriptions: [uri], resourcesListChanged: true },
    });
    // The numbers that there are when it begins to follow them.
    await heard(bridge, LIST);
    await server.sms(number, "Your code is 123456");
    expect((await heard(bridge, UPDATED)).params).toMatchObject({
      uri,
      _meta: { "io.modelcontextprotocol/subscriptionId": id },
    });
    bridge.send({ method: "notifications/cancelled", params: { ...modern, requestId: id } });
    const listed = await bridge.request("resources/list", modern);
    expect(listed.result).toMatchObject({ resources: [{ uri }] });
    const told = said(bridge, UPDATED).length;
    await server.sms(number, "Your code is 654321");
    const waited = bridge.ask("tools/call", {
      ...modern,
      name: "wait_for_sms",
      arguments: { phone_number: number },
    });
    expect((await bridge.toolAnswer(waited)).structuredContent).toMatchObject({ status: "received" });
    expect(said(bridge, UPDATED)).toHaveLength(told);
  });

  test.runIf(byTray)("a subscription goes on over a tray that was killed and started again", async () => {
    const bridge = await client({ name: "goes on", byTray });
    const number = await lease(bridge);
    await bridge.request("resources/subscribe", { uri: uriOf(number) });
    await tray?.kill();
    await tray?.start();
    // What may have been missed is told once the tray is there again; from then on each SMS.
    await heard(bridge, UPDATED);
    const told = said(bridge, UPDATED).length;
    await server.sms(number, "Your code is 123456");
    await heard(bridge, UPDATED, told);
    expect((await messagesAt(bridge, uriOf(number))).messages).toHaveLength(1);
  });
});
