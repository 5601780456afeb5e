import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import * as fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { createTRPCClient, createWSClient, wsLink } from "@trpc/client";
import type { AppRouter } from "@agentpass/shared/api";
import { WebSocket as NodeWebSocket } from "ws";
import { AgentClient } from "../support/agent-client.ts";
import { apiClient } from "../support/api-client.ts";
import { RunningServer } from "../support/running-server.ts";

let server: RunningServer;
let phoneNumber: string;
let agentKey: string;
beforeAll(async () => {
  server = await RunningServer.start();
  agentKey = server.mockCredentials.agentKey;
  ({ phoneNumber } = await apiClient(server.url, agentKey).agent.getNumber.mutate({}));
  await server.sms(phoneNumber, "Your code is 482913");
});
afterAll(() => server[Symbol.asyncDispose]());
afterEach(() => {
  if (!server.runs) throw new Error(`the server ended: ${server.output.slice(-2_000)}`);
});

const requestId = () => randomBytes(8).toString("hex");

interface Procedure {
  path: string;
  type: "query" | "mutation";
  key: () => string;
  /** Input that is taken, or that meets only an expected refusal. */
  good: () => Record<string, unknown>;
  /** Fields that may be left out. */
  optional: readonly string[];
}

const agent = () => agentKey;
const admin = () => server.ownerKey;
const procedures: Procedure[] = [
  {
    path: "agent.getNumber",
    type: "mutation",
    key: agent,
    good: () => ({ passportId: "p", service: "github.com", country: "US" }),
    optional: ["passportId", "service", "country"],
  },
  {
    path: "agent.openWait",
    type: "mutation",
    key: agent,
    good: () => ({
      requestId: requestId(),
      phoneNumber,
      timeoutMs: 0,
      mode: "peek",
      from: ["+12025550123"],
      service: "github.com",
      bodyContains: "code",
      match: "\\d+",
    }),
    optional: ["mode", "from", "service", "bodyContains", "match", "after"],
  },
  {
    path: "agent.settleWait",
    type: "mutation",
    key: agent,
    good: () => ({ requestId: requestId(), action: "park" }),
    optional: [],
  },
  {
    path: "agent.touchWaits",
    type: "mutation",
    key: agent,
    good: () => ({ requestIds: [requestId()] }),
    optional: [],
  },
  {
    path: "agent.listMessages",
    type: "query",
    key: agent,
    good: () => ({ phoneNumber, limit: 5, before: "9" }),
    optional: ["phoneNumber", "limit", "before"],
  },
  {
    path: "agent.releaseNumber",
    type: "mutation",
    key: agent,
    good: () => ({ phoneNumber: "+15559999999" }),
    optional: [],
  },
  {
    path: "key.create",
    type: "mutation",
    key: admin,
    good: () => ({ kind: "agent", name: "junk" }),
    optional: [],
  },
  { path: "key.revoke", type: "mutation", key: admin, good: () => ({ id: "nobody" }), optional: [] },
  { path: "message.receipt", type: "query", key: admin, good: () => ({ id: "SM0" }), optional: [] },
  {
    path: "message.list",
    type: "query",
    key: admin,
    good: () => ({ phoneNumber, limit: 5, before: "9" }),
    optional: ["phoneNumber", "limit", "before"],
  },
];

/** What people, models and attackers send where something else was meant. */
const junk: readonly [string, unknown][] = [
  ["null", null],
  ["true", true],
  ["a number", 4.2],
  ["a negative number", -1],
  ["a huge number", 1e308],
  ["an empty text", ""],
  ["a space", " "],
  ["NUL", "abcdefgh\u0000"],
  ["only NUL", "\u0000"],
  ["half a character", "abcdefgh\ud800"],
  ["emoji", "👩‍👩‍👧‍👦".repeat(3)],
  ["right-to-left marks", "\u202e\u2066abc\u200f"],
  ["SQL", "'; drop table messages; --"],
  ["a path", "../../etc/passwd"],
  ["a template", "{{constructor}}${process.exit()}%s%n"],
  ["a prototype's name", "__proto__"],
  ["10,000 characters", "x".repeat(10_000)],
  ["10,000 open brackets", "(".repeat(10_000)],
  ["a pattern that explodes elsewhere", "(a+)+$".repeat(20)],
  ["a pattern with a NUL", "\\x00\u0000"],
  ["a list", [null, {}, []]],
  ["a list of texts with NUL", ["abcdefgh\u0000"]],
  ["a long list", Array.from({ length: 2_000 }, () => "abcdefgh")],
  ["an object", { toString: "x", length: -1 }],
];

interface Answer {
  status: number;
  problem: { code: string; message: string; field?: string } | null;
  text: string;
}

async function call({ path, type, key }: Procedure, input: unknown): Promise<Answer> {
  const json = JSON.stringify(input);
  const query = type === "query" ? `?input=${encodeURIComponent(json)}` : "";
  const response = await fetch(`${server.url}/trpc/${path}${query}`, {
    method: type === "query" ? "GET" : "POST",
    headers: { authorization: `Bearer ${key()}`, "content-type": "application/json" },
    ...(type === "query" ? {} : { body: json }),
  });
  const text = await response.text();
  const parsed = JSON.parse(text || "{}") as { error?: { data?: { problem?: Answer["problem"] } } };
  return { status: response.status, problem: parsed.error?.data?.problem ?? null, text };
}

/** What is wrong with the answer to a call that had junk in this field; null where nothing is. */
function faultOf(field: string, { status, problem, text }: Answer): string | null {
  // Some junk is a fair value of some fields: a key may be called "'; drop table".
  if (status === 200) return null;
  // The address line is limited before anything reads it.
  if (status === 431) return null;
  const elsewhere = ["not_found", "limit_reached", "pool_exhausted"].includes(problem?.code ?? "");
  const named = [field, snake(field)].some((name) => problem?.field?.split(".")[0] === name);
  return status < 500 && problem !== null && (named || elsewhere) ? null : `${status} ${text.slice(0, 300)}`;
}

describe.each(procedures.map((procedure) => [procedure.path, procedure] as const))(
  "%s",
  (_path, procedure) => {
    test("takes what is right, so that the junk is what is refused", async () => {
      const { status, text } = await call(procedure, procedure.good());
      expect([200, 404], text).toContain(status);
    });

    test("answers junk in any field with a problem that names the field, and never fails", async () => {
      const wrong: string[] = [];
      for (const field of Object.keys(procedure.good())) {
        for (const [what, value] of junk) {
          const fault = faultOf(field, await call(procedure, { ...procedure.good(), [field]: value }));
          if (fault !== null) wrong.push(`${field} = ${what}: ${fault}`);
        }
      }
      expect(wrong).toEqual([]);
    });

    test("answers anything at all in any field so", async () => {
      const fields = Object.keys(procedure.good());
      const anything = fc.oneof(fc.string({ unit: "binary" }), fc.anything({ withNullPrototype: false }));
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...fields), anything, async (field, value) => {
          fc.pre(JSON.stringify(value) !== undefined);
          expect(faultOf(field, await call(procedure, { ...procedure.good(), [field]: value }))).toBeNull();
        }),
        { numRuns: 60 },
      );
    });

    test("names a required field that is missing, and an unknown one", async () => {
      for (const field of Object.keys(procedure.good())) {
        if (procedure.optional.includes(field)) continue;
        const { [field]: _left, ...rest } = procedure.good();
        const { status, problem } = await call(procedure, rest);
        expect([field, status, problem?.field]).toEqual([field, 400, field]);
      }
      const { status, problem } = await call(procedure, { ...procedure.good(), surplus: 1 });
      expect([status, problem?.code]).toEqual([400, "invalid_input"]);
      expect(problem?.message).toContain("surplus");
    });

    test("refuses an input that is no object", async () => {
      for (const input of [null, [], "x", 1, true]) {
        const { status, text } = await call(procedure, input);
        expect(status, `${JSON.stringify(input)}: ${text.slice(0, 300)}`).toBe(400);
      }
    });
  },
);

const snake = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

test("junk in any argument of any tool is answered with a result or a mend, and the bridge lives on", async () => {
  await using client = await AgentClient.connect(server.environment);
  const { pid } = client;
  const calls: Record<string, Record<string, unknown>> = {
    get_phone_number: { passport_id: "p", service: "github.com", country: "US" },
    wait_for_sms: {
      phone_number: phoneNumber,
      timeout: 0,
      mode: "peek",
      from: ["GitHub"],
      service: "github.com",
      body_contains: "code",
      match: "\\d+",
      after: "x",
    },
    extract_otp_from_sms: { sms_body: "Your code is 482913", from: "GitHub" },
    list_sms: { phone_number: phoneNumber, limit: 5, before: "9" },
    release_phone_number: { phone_number: "+15559999999" },
  };
  const wrong: string[] = [];
  for (const [tool, good] of Object.entries(calls)) {
    for (const field of Object.keys(good)) {
      for (const [what, value] of junk) {
        const { isError, content } = await client.call(tool, { ...good, [field]: value });
        const text = content[0]?.text ?? "";
        const mended = !isError || /^\w+ (was not run|failed):\s/.test(text);
        if (!mended || /bridge failed|server failed|cannot be reached/.test(text))
          wrong.push(`${tool}, ${field} = ${what}: ${text.slice(0, 300)}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(client.pid).toBe(pid);
});

test("a cursor of any kind of junk opens a feed with a gap, or is refused by its name", async () => {
  const socket = createWSClient({
    url: `${server.url.replace("http", "ws")}/trpc`,
    connectionParams: { key: agentKey },
    WebSocket: NodeWebSocket as unknown as typeof WebSocket,
  });
  const client = createTRPCClient<AppRouter>({ links: [wsLink({ client: socket })] });
  const answers: unknown[] = [];
  for (const [what, value] of junk) {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    const subscription = client.feed.live.subscribe(
      { lastEventId: value as string },
      {
        onData: (event) => resolve(event.data),
        onError: (error) => resolve(error.data),
      },
    );
    const answer = await Promise.race([promise, pause(5_000, "silence", { ref: false })]);
    subscription.unsubscribe();
    const { type, problem } = answer as { type?: string; problem?: { field?: string } };
    answers.push([what, type ?? problem?.field]);
  }
  await socket.close();
  const expected = junk.map(([what, value]) => {
    if (value === null) return [what, "heartbeat"];
    return [what, typeof value === "string" ? "gap" : "lastEventId"];
  });
  expect(answers).toEqual(expected);
});
