import { z } from "zod";
import { knownService } from "@agentpass/shared/known-services";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AgentClient } from "../support/agent-client.ts";
import { apiClient } from "../support/api-client.ts";
import type { ToolAnswer } from "../support/bridge-process.ts";
import { hostileSms, type HostileSms } from "../support/hostile-sms.ts";
import { RunningServer } from "../support/running-server.ts";
import { inParallel } from "../support/in-parallel.ts";
import { verifies } from "../support/verifies.ts";

const COUNT = 1_000;
/** An agent's backlog is looked through as far as its 200 newest. */
const AT_ONCE = 50;
const MAX_BODY = 1_600;

/** No person sees these; written out, so that the rule in shared/src/clean-text.ts is held against something else. */
const UNSEEN: readonly (readonly [from: number, to: number])[] = [
  [0x00, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xd800, 0xdfff],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
  [0xe0000, 0xe0fff],
];

/** A name of our own list: whoever writes an SMS may call a service what they like. */
const SERVICE = { test: (text: string): boolean => knownService(text) === text };

/** What each text outside of `body` may look like. Whatever is not named here may not be there at all. */
const SHAPES: Readonly<Record<string, Pick<RegExp, "test">>> = {
  id: /^SM[0-9a-f]{32}$/,
  from: /^\+1202555\d{4}$/,
  to: /^\+1555\d{7}$/,
  received_at: /^[0-9T:.-]{23}Z$/,
  state: /^(available|claimed|consumed|superseded|expired)$/,
  status: /^received$/,
  cursor: /^[0-9a-f:]{1,60}$/,
  next_before: /^\d+$/,
  "otp.code": /^[A-Za-z0-9][A-Za-z0-9-]{1,10}[A-Za-z0-9]$/,
  code: /^[A-Za-z0-9][A-Za-z0-9-]{1,10}[A-Za-z0-9]$/,
  "otp.domain": /^([a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}$/,
  domain: /^([a-z0-9-]{1,63}\.)+[a-z0-9-]{2,63}$/,
  "otp.service": SERVICE,
  service: SERVICE,
  "otp.expires_at": /^[0-9T:.-]{23}Z$/,
  kind: /^(numeric|alphanumeric|domain-bound)$/,
};

let server: RunningServer;
/** An agent may make only so many calls a minute. */
let agents: AgentClient[];
/** By their senders. */
const sent = new Map<string, HostileSms>();
const claimed: ToolAnswer[] = [];

async function send(seed: number, { phoneNumber }: AgentClient): Promise<void> {
  const sms = hostileSms(seed);
  const from = `+1202555${String(seed).padStart(4, "0")}`;
  const status = await server.sms(phoneNumber, sms.body, from);
  if (status !== 200) throw new Error(`${sms.kind}, seed ${seed}: ${status}`);
  sent.set(from, sms);
}

beforeAll(async () => {
  server = await RunningServer.start({ env: { AGENTPASS_LOG_LEVEL: "trace" } });
  const owner = apiClient(server.url, server.ownerKey);
  await owner.settings.set.mutate({ change: { agentCallsPerMinute: 10_000 } });
  agents = await inParallel(["a", "b", "c", "d"], 4, async (name) => {
    const { key } = await owner.key.create.mutate({ kind: "agent", name });
    const agent = await AgentClient.connect({ ...server.environment, AGENTPASS_API_KEY: key });
    await agent.lease();
    return agent;
  });
  const all = Array.from({ length: COUNT }, (_, seed) => seed);
  await inParallel(agents, agents.length, async (agent) => {
    const own = all.filter((seed) => agents[seed % agents.length] === agent);
    for (let first = 0; first < own.length; first += AT_ONCE) {
      const seeds = own.slice(first, first + AT_ONCE);
      await inParallel(seeds, AT_ONCE, (seed) => send(seed, agent));
      claimed.push(...(await inParallel(seeds, 2, () => agent.wait({ timeout: 0 }))));
    }
  });
}, 240_000);
afterAll(async () => {
  for (const agent of agents) await agent[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

/** Every text in a result but the bodies, with the way to it, list indexes left out. */
function textsOf(value: unknown, way = ""): (readonly [way: string, text: string])[] {
  if (typeof value === "string") return [[way, value]];
  if (Array.isArray(value)) return value.flatMap((item) => textsOf(item, way));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const inside = way === "" || way === "messages" ? name : `${way}.${name}`;
    return name === "body" ? [] : textsOf(inner, inside);
  });
}

const first = (): AgentClient => {
  const [agent] = agents;
  if (!agent) throw new Error("no agent");
  return agent;
};

const prose = new Set<string>();

/** What in this result is not as the contract has it. */
function faultsOf({ content, structuredContent, isError }: ToolAnswer): string[] {
  const faults: string[] = [];
  if (isError) faults.push(`an error: ${content[0]?.text}`);
  if (content.length !== 1 || content[0]?.text !== JSON.stringify(structuredContent))
    faults.push("the text is not the structured content");
  for (const [way, text] of textsOf(structuredContent)) {
    if (way === "message") prose.add(text.replace(/\d+/g, "#"));
    else if (!SHAPES[way]?.test(text)) faults.push(`${way}: ${JSON.stringify(text)}`);
  }
  return faults;
}

function faultsOfBody(body: unknown): string[] {
  if (typeof body !== "string") return ["no body"];
  const faults = body.length > MAX_BODY ? [`${body.length} characters`] : [];
  for (const letter of body) {
    const code = letter.codePointAt(0) ?? 0;
    if (UNSEEN.some(([first, last]) => code >= first && code <= last)) faults.push(`U+${code.toString(16)}`);
  }
  return faults;
}

const shownMessage = z.object({ from: z.string(), body: z.string().optional() });
type Shown = z.infer<typeof shownMessage>;

async function everyPage(agent: AgentClient): Promise<ToolAnswer[]> {
  const pages: ToolAnswer[] = [];
  let before: unknown;
  do {
    const page = await agent.call("list_sms", { limit: 50, ...(before === undefined ? {} : { before }) });
    pages.push(page);
    before = page.structuredContent?.["next_before"];
  } while (before !== undefined);
  return pages;
}

async function everyMessage(): Promise<{ answers: ToolAnswer[]; messages: Shown[] }> {
  const answers = (await Promise.all(agents.map(everyPage))).flat();
  const shown = answers.map(({ structuredContent = {} }) => structuredContent["messages"]);
  return { answers, messages: z.array(z.array(shownMessage)).parse(shown).flat() };
}

function expectNothingBut(answers: readonly ToolAnswer[]): void {
  expect(answers.flatMap(faultsOf).slice(0, 20)).toEqual([]);
}

test(verifies("T5", "a wait for each gives its body, cleaned, in its own field alone"), () => {
  expectNothingBut(claimed);
  const bodies = claimed.map(({ structuredContent = {} }) => structuredContent);
  expect(new Set(bodies.map(({ from }) => from)).size).toBe(COUNT);
  expect(bodies.flatMap(({ body }) => faultsOfBody(body))).toEqual([]);
});

test(verifies("T5", "a list shows each body, cleaned, in its own field alone"), async () => {
  const { answers, messages } = await everyMessage();
  expect(messages).toHaveLength(COUNT);
  expectNothingBut(answers);
  const faults = messages.flatMap(({ from, body }) =>
    faultsOfBody(body).map((fault) => `${sent.get(from)?.kind}: ${fault}`),
  );
  expect([...new Set(faults)]).toEqual([]);
  // The harm did arrive: it stands where it is labelled.
  const seen = messages.filter(({ from, body }) => body?.includes(sent.get(from)?.canary ?? "?"));
  expect(seen.length).toBeGreaterThan(COUNT / 2);
});

test("a person's inbox is given the same cleaned text", async () => {
  const owner = apiClient(server.url, server.ownerKey);
  const { messages } = await owner.message.list.query({ limit: 50 });
  expect(messages).toHaveLength(50);
  expect(messages.flatMap(({ body }) => faultsOfBody(body))).toEqual([]);
});

test("the extractor of a text gives a code or none, and nothing else of it", async () => {
  const answers = await inParallel([...sent.values()], 8, ({ body }) =>
    first().call("extract_otp_from_sms", { sms_body: body }),
  );
  expectNothingBut(answers.filter(({ isError }) => !isError));
  // A body may be longer than an argument may.
  const errors = answers.filter(({ isError }) => isError).map(({ content }) => content[0]?.text ?? "");
  for (const text of errors)
    expect(text.split("\nCorrected call: ")[0]).toMatch(/must be at most \d+ characters/);
});

test(verifies("T5", "with bodies hidden by the team's policy nothing of any text is shown"), async () => {
  const owner = apiClient(server.url, server.ownerKey);
  await owner.settings.set.mutate({ change: { agentBodies: false } });
  const { answers, messages } = await everyMessage();
  expect(messages).toHaveLength(COUNT);
  expect(messages.filter(({ body }) => body !== undefined)).toEqual([]);
  expectNothingBut(answers);
  const everything = JSON.stringify(answers.flatMap(({ structuredContent }) => textsOf(structuredContent)));
  expect([...sent.values()].filter(({ canary }) => everything.includes(canary))).toEqual([]);
  for (const filter of [{ match: "(zq)" }, { body_contains: "zq" }]) {
    const refused = await first().wait({ timeout: 0, ...filter });
    expect(refused).toMatchObject({ isError: true });
  }
  await owner.settings.set.mutate({ reset: ["agentBodies"] });
});

test("our own sentences are a handful for all texts together, and none has a word of a message", () => {
  expect(prose.size).toBeGreaterThan(2);
  // Which kinds of numbers a text has instead of a code are told, in our words.
  expect(prose.size).toBeLessThan(100);
  for (const sentence of prose) expect(sentence).not.toMatch(/zq[a-z]{8}qz/);
});

test("nothing of a message is in the tools, the instructions, the bridge's notes or the server's log", async () => {
  const rest = [
    JSON.stringify(await first().listTools()),
    first().instructions,
    ...agents.map(({ stderr }) => stderr),
    server.output,
  ];
  for (const { canary } of sent.values()) for (const text of rest) expect(text).not.toContain(canary);
});

test("a sender that hides text in its name is shown by what people see of it", async () => {
  const names = ["\u202eelgooG\u200b", "Goo\u00adgle\u2066", "\u200b\u200b", `A\u{e0041}\u{e0042}ma`];
  const shown: unknown[] = [];
  for (const name of names) {
    expect(await server.sms(first().phoneNumber, "Your code is 482913", name)).toBe(200);
    const answer = await first().wait({ timeout: 0 });
    shown.push(answer.structuredContent?.["from"]);
  }
  expect(shown).toEqual(["elgooG", "Google", "anonymous", "Ama"]);
});
