import { beforeEach, describe, expect, test } from "vitest";
import { verifies } from "../../../test/support/verifies.ts";
import {
  agentOf,
  newRequestId,
  testStore,
  type TestAgent,
  type TestStore,
} from "../../../test/support/test-store.ts";
import type { E164 } from "@agentpass/shared/phone-number";
import type { PersonViewer } from "../domain/access.ts";
import { TEST_MESSAGE } from "../domain/simulated.ts";
import { createAgent, removeAgent, setAgentLimits, setAgentPolicy } from "./agents.ts";
import { answerApproval } from "./answer-approval.ts";
import { forgetService, listApprovals, listServiceApprovals } from "./approvals.ts";
import { feedItem } from "./feed-item.ts";
import { revokeKey } from "./keys.ts";
import { messageReceipt } from "./message-receipt.ts";
import { markMessageUsed, openMessage } from "./open-message.ts";
import { listMessages } from "./list-messages.ts";
import { readNotifications } from "./read-notifications.ts";
import { releaseNumber } from "./release-number.ts";
import { sweepTeam } from "./sweep.ts";
import { eventsAfter } from "../store/events.ts";

interface Asked extends AsyncDisposable {
  t: TestStore;
  ann: { viewer: PersonViewer; key: string };
  agent: TestAgent;
  phoneNumber: E164;
  receive: (body?: string) => Promise<unknown>;
  /** The id of the one question there is. */
  question: () => Promise<string>;
  answer: (decision: "allow" | "allow_service" | "deny") => Promise<unknown>;
}

const CODE = "482913";
const BODY = `Your GitHub verification code is ${CODE}`;

/** An agent of Ann's about which she is asked. */
async function asking(store = testStore()): Promise<Asked> {
  const t = await store;
  const ann = await t.person("Ann", "member");
  const viewer = ann.viewer;
  const agent = await agentOf(t.store, await createAgent(t.store, viewer, { name: "ann's" }));
  const phoneNumber = await agent.number();
  await setAgentPolicy(t.store, viewer, { agent: "ann's", policy: "ask" });
  const question = async () => {
    const questions = await listApprovals(t.store, viewer);
    expect(questions).toHaveLength(1);
    return questions[0]?.id ?? "";
  };
  return {
    t,
    ann: { viewer, key: ann.key },
    agent,
    phoneNumber,
    receive: (body = BODY) => t.receive({ to: phoneNumber, body }),
    question,
    answer: async (decision) => answerApproval(t.store, viewer, { id: await question(), decision }),
    [Symbol.asyncDispose]: () => t[Symbol.asyncDispose](),
  };
}

let a: Asked;
beforeEach(async () => {
  a = await asking();
  return () => a[Symbol.asyncDispose]();
});
const open = (requestId = "request-1", more: object = {}) =>
  a.agent.wait({ phoneNumber: a.phoneNumber, requestId, ...more });

test(
  verifies(
    "simulated-marked",
    "a person is told that a message is a simulated one before letting an agent have it",
  ),
  async () => {
    await open();
    await a.receive();
    expect(await listApprovals(a.t.store, a.ann.viewer)).toMatchObject([{ simulated: true }]);

    await using live = await asking(testStore([], { mode: "live" }));
    const { t, phoneNumber } = live;
    for (const sms of [{}, { providerMessageId: `${TEST_MESSAGE}1` }]) {
      await live.agent.wait({ phoneNumber, requestId: newRequestId() });
      await t.receive({ to: phoneNumber, body: BODY, ...sms });
    }
    const asked = await listApprovals(t.store, live.ann.viewer);
    expect(asked.map(({ simulated }) => simulated)).toEqual([false, true]);
  },
);

describe("a message for an agent whose person is asked", () => {
  test(
    verifies("approval", "that meets an open wait is held, and is the wait's once it is allowed"),
    async () => {
      await open();
      await a.receive();
      expect(await open()).toMatchObject({
        status: "approval_pending",
        remainingMs: expect.closeTo(60_000, -4) as unknown,
      });
      expect(await listApprovals(a.t.store, a.ann.viewer)).toMatchObject([
        {
          state: "open",
          agentName: "ann's",
          phoneNumber: a.phoneNumber,
          service: "GitHub",
          code: CODE,
          body: BODY,
        },
      ]);
      await a.answer("allow");
      expect(await open()).toMatchObject({
        status: "received",
        message: { otp: { code: CODE } },
        redelivered: false,
      });
      expect(await listApprovals(a.t.store, a.ann.viewer)).toEqual([]);
    },
  );

  test("that was there before the wait is asked about by the wait, not before", async () => {
    await a.receive();
    expect(await listApprovals(a.t.store, a.ann.viewer)).toEqual([]);
    expect(await open()).toMatchObject({ status: "approval_pending" });
    await a.answer("allow");
    expect(await open()).toMatchObject({ status: "received" });
  });

  test("that is denied is never the agent's, and the wait says that a person decided", async () => {
    await open();
    await a.receive();
    await a.answer("deny");
    expect(await open()).toMatchObject({ status: "denied", reason: "person" });
    expect(await open("request-2", { timeoutMs: 0 })).toMatchObject({ status: "timeout" });
    expect(await listApprovals(a.t.store, a.ann.viewer)).toEqual([]);
  });

  test("without an answer in 60 s is denied, may still be allowed, and is then the next wait's", async () => {
    await open();
    await a.receive();
    const question = await a.question();
    a.t.advance(59_000);
    await sweepTeam(a.t.store, a.t.teamId);
    expect(await open()).toMatchObject({ status: "approval_pending" });
    a.t.advance(1_500);
    await sweepTeam(a.t.store, a.t.teamId);
    const denied = await open();
    expect(denied).toMatchObject({ status: "denied", reason: "no_answer" });
    expect(await open("request-2", { timeoutMs: 0 })).toMatchObject({ status: "timeout" });
    await answerApproval(a.t.store, a.ann.viewer, { id: question, decision: "allow" });
    expect(await open("request-3", { after: denied.cursor })).toMatchObject({
      status: "received",
      message: { otp: { code: CODE } },
    });
  });

  test("is denied at once, and again, where there is no device to ask on", async () => {
    await open();
    await revokeKey(a.t.store, a.t.admin, { id: a.ann.viewer.keyId });
    await a.receive();
    expect(await open()).toMatchObject({ status: "denied", reason: "no_device" });
    expect(await open("request-2")).toMatchObject({ status: "denied", reason: "no_device" });
  });

  test("whose service is allowed is the agent's without a question, until that is taken back", async () => {
    await open();
    await a.receive();
    await a.answer("allow_service");
    expect(await listServiceApprovals(a.t.store, a.ann.viewer)).toMatchObject([
      { agentName: "ann's", service: "github" },
    ]);
    await open("request-2");
    await a.receive("Your GitHub verification code is 111222");
    expect(await open("request-2")).toMatchObject({
      status: "received",
      message: { otp: { code: "111222" } },
    });
    await open("request-3");
    await a.receive("Your PayPal verification code is 333444");
    expect(await open("request-3")).toMatchObject({ status: "approval_pending" });
    await a.answer("deny");
    await forgetService(a.t.store, a.ann.viewer, { agent: "ann's", service: "github" });
    await open("request-4");
    await a.receive("Your GitHub verification code is 555666");
    expect(await open("request-4")).toMatchObject({ status: "approval_pending" });
    const actions = (await a.t.audit())
      .map(({ action }) => action)
      .filter((action) => action.startsWith("approval."));
    expect(actions).toEqual([
      "approval.asked",
      "approval.remembered",
      "approval.answered",
      "approval.asked",
      "approval.answered",
      "approval.forgotten",
      "approval.asked",
    ]);
  });

  test("is asked about once, however often its wait is given up, and goes to whichever wait comes next", async () => {
    await open();
    await a.receive();
    const question = await a.question();
    await a.agent.settle("request-1", "cancel");
    expect(await open("request-2")).toMatchObject({ status: "open" });
    expect(await a.question()).toBe(question);
    await a.answer("allow");
    expect(await open("request-2")).toMatchObject({ status: "received" });
    await a.agent.settle("request-2", "give_back");
    expect(await open("request-3")).toMatchObject({ status: "received", redelivered: true });
  });

  test("pends over calls: at its deadline the wait parks, and the next call takes it over", async () => {
    await open("request-1", { timeoutMs: 1_000 });
    await a.receive();
    expect(await a.agent.settle("request-1", "timeout")).toMatchObject({ status: "approval_pending" });
    a.t.advance(20_000);
    await sweepTeam(a.t.store, a.t.teamId);
    expect(await open("request-2")).toMatchObject({ status: "approval_pending" });
    await a.answer("allow");
    expect(await open("request-2")).toMatchObject({ status: "received" });
  });

  test.each(["person", "no_answer"])(
    "that is over between two calls (%s) is what the next call hears, once",
    async (reason) => {
      await open();
      await a.receive();
      expect(await a.agent.settle("request-1", "park")).toMatchObject({ status: "approval_pending" });
      if (reason === "person") await a.answer("deny");
      a.t.advance(61_000);
      await sweepTeam(a.t.store, a.t.teamId);
      expect(await open("request-2")).toMatchObject({ status: "denied", reason });
      expect(await open("request-3")).toMatchObject({ status: "open" });
    },
  );

  test("that is over between two calls, of which the second never comes, ends its wait", async () => {
    await open();
    await a.receive();
    await a.agent.settle("request-1", "park");
    await a.answer("deny");
    a.t.advance(10 * 60_000);
    await sweepTeam(a.t.store, a.t.teamId);
    expect(await open("request-2")).toMatchObject({ status: "open" });
  });

  test("that nobody answered between two calls, and a person allows then, is the next call's", async () => {
    await open();
    await a.receive();
    await a.agent.settle("request-1", "park");
    a.t.advance(61_000);
    await sweepTeam(a.t.store, a.t.teamId);
    await a.answer("allow");
    expect(await open("request-2")).toMatchObject({ status: "received", message: { otp: { code: CODE } } });
  });

  test("is withdrawn with its number", async () => {
    await open();
    await a.receive();
    const question = await a.question();
    await releaseNumber(a.t.store, a.agent.viewer, { phoneNumber: a.phoneNumber });
    expect(await open()).toMatchObject({ status: "number_released" });
    await expect(
      answerApproval(a.t.store, a.ann.viewer, { id: question, decision: "allow" }),
    ).rejects.toMatchObject({ problem: { code: "conflict" } });
  });

  test("that expired while the person thought about it is not given; the wait goes on", async () => {
    await open();
    await a.receive("Your code is 482913. It expires in 1 minute.");
    a.t.advance(61_000);
    await a.answer("allow");
    expect(await open()).toMatchObject({ status: "open" });
  });
});

describe("for an agent whose person is asked about the first message of a number", () => {
  beforeEach(() => setAgentPolicy(a.t.store, a.ann.viewer, { agent: "ann's", policy: "ask_first" }));

  const allowFirst = async (decision: "allow" | "allow_service") => {
    await open();
    await a.receive();
    expect(await open()).toMatchObject({ status: "approval_pending" });
    await a.answer(decision);
    expect(await open()).toMatchObject({ status: "received" });
  };

  test.each(["allow", "allow_service"] as const)(
    "the following ones are its own once a person said %s, of another service too, however it asks",
    async (decision) => {
      await allowFirst(decision);
      await open("request-2");
      await a.receive("Your PayPal verification code is 111222");
      expect(await open("request-2")).toMatchObject({
        status: "received",
        message: { otp: { code: "111222" } },
      });
      await a.receive("Your PayPal verification code is 333444");
      const { messages } = await listMessages(a.t.store, a.agent.viewer, { limit: 50 });
      expect(JSON.stringify(messages)).toContain("333444");
      expect(await open("request-3", { match: "PayPal .* (\\d{6})" })).toMatchObject({ status: "received" });
      await open("request-4", { bodyContains: "5556" });
      await a.receive("Your PayPal verification code is 555666");
      expect(await open("request-4")).toMatchObject({ status: "received" });
      expect(await listApprovals(a.t.store, a.ann.viewer)).toEqual([]);
    },
  );

  test("the next is asked about again where the first was denied, or nobody answered", async () => {
    await open();
    await a.receive();
    await a.answer("deny");
    await open("request-2");
    await a.receive("Your GitHub verification code is 111222");
    expect(await open("request-2")).toMatchObject({ status: "approval_pending" });
    a.t.advance(61_000);
    await sweepTeam(a.t.store, a.t.teamId);
    await open("request-3");
    await a.receive("Your GitHub verification code is 333444");
    expect(await open("request-3")).toMatchObject({ status: "approval_pending" });
    await expect(open("request-4", { match: "(\\d{6})" })).rejects.toMatchObject({
      problem: { code: "not_allowed" },
    });
  });

  test("another number is asked about for itself, and so is the same agent under the policy that asks about each", async () => {
    await allowFirst("allow");
    const other = await a.agent.number("another-passport");
    await a.agent.wait({ phoneNumber: other, requestId: "other-request" });
    await a.t.receive({ to: other, body: BODY });
    expect(await a.agent.wait({ phoneNumber: other, requestId: "other-request" })).toMatchObject({
      status: "approval_pending",
    });
    await setAgentPolicy(a.t.store, a.ann.viewer, { agent: "ann's", policy: "ask" });
    await open("request-2");
    await a.receive("Your GitHub verification code is 111222");
    expect(await open("request-2")).toMatchObject({ status: "approval_pending" });
  });
});

describe("a question", () => {
  test("is answered by the agent's own person, and by nobody else", async () => {
    await open();
    await a.receive();
    const id = await a.question();
    const bob = await a.t.person("Bob", "admin");
    for (const viewer of [bob.viewer, a.t.admin]) {
      const unknown = { id: "019aaaaa-0000-7000-8000-000000000000", decision: "allow" } as const;
      const refusal = async (input: typeof unknown) =>
        answerApproval(a.t.store, viewer, input).then(
          () => "answered",
          (error: Error) => error.message.replace(input.id, "ID"),
        );
      expect(await refusal({ id, decision: "allow" } as typeof unknown)).toBe(await refusal(unknown));
      const [seen] = await listApprovals(a.t.store, viewer);
      expect(seen).toMatchObject({ id, agentName: "ann's" });
      expect(JSON.stringify(seen)).not.toContain(CODE);
    }
    const carl = await a.t.person("Carl", "member");
    expect(await listApprovals(a.t.store, carl.viewer)).toEqual([]);
    expect(await open()).toMatchObject({ status: "approval_pending" });
  });

  test("has one answer, of two given at once", async () => {
    await open();
    await a.receive();
    const id = await a.question();
    const both = await Promise.allSettled([
      answerApproval(a.t.store, a.ann.viewer, { id, decision: "allow" }),
      answerApproval(a.t.store, a.ann.viewer, { id, decision: "deny" }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  test("about a message that names no service cannot be answered for its service", async () => {
    await open();
    await a.receive("Your code is 482913");
    await expect(a.answer("allow_service")).rejects.toMatchObject({
      problem: { code: "invalid_input", suggestion: { decision: "allow" } },
    });
    expect(await open()).toMatchObject({ status: "approval_pending" });
  });

  test("ends with its agent", async () => {
    await open();
    await a.receive();
    await removeAgent(a.t.store, a.ann.viewer, { agent: "ann's" });
    expect(await listApprovals(a.t.store, a.ann.viewer)).toEqual([]);
  });
});

describe("before it is allowed a message is hidden", () => {
  /** Everything that a viewer can be shown of it. */
  const everything = async (viewer: TestAgent["viewer"] | PersonViewer, key: string): Promise<string> => {
    const events = await eventsAfter(a.t.store, { teamId: a.t.teamId, seq: 0, limit: 1_000 });
    const items = await Promise.all(events.map((event) => feedItem(a.t.store, viewer, event)));
    const { messages } = await listMessages(a.t.store, viewer, { limit: 50 });
    return JSON.stringify([
      messages,
      await readNotifications(a.t.store, { key }, a.phoneNumber),
      viewer.kind === "agent"
        ? "no procedure of an agent's"
        : await openMessage(a.t.store, viewer, { id: messages[0]?.id ?? "", purpose: "open" }),
      await messageReceipt(a.t.store, viewer, { id: messages[0]?.id ?? "" }),
      items,
    ]);
  };

  test.each(
    (["ask", "ask_first"] as const).flatMap((policy) =>
      ["unasked", "asked", "denied", "unanswered"].map((state) => [policy, state] as const),
    ),
  )("from its agent on every route, under the policy %s while it is %s", async (policy, state) => {
    await setAgentPolicy(a.t.store, a.ann.viewer, { agent: "ann's", policy });
    if (state !== "unasked") await open();
    await a.receive();
    if (state === "denied") await a.answer("deny");
    if (state === "unanswered") {
      a.t.advance(61_000);
      await sweepTeam(a.t.store, a.t.teamId);
    }
    const shown = await everything(a.agent.viewer, a.agent.key);
    expect(shown).toContain('"state":"held"');
    expect(shown).not.toContain(CODE);
    expect(shown).not.toContain("GitHub");
    const peeked = await open("peek-request", { mode: "peek", timeoutMs: 0 });
    expect(peeked).toMatchObject({ status: "timeout", seenNonmatching: 0 });
    for (const filter of [{ match: "(4\\d+)" }, { bodyContains: "4829" }])
      await expect(open("read-request", filter)).rejects.toMatchObject({
        problem: { code: "not_allowed" },
      });
  });

  test(
    verifies("T17", "from an open peek, and from a wait for its text that was opened before asking began"),
    async () => {
      await setAgentPolicy(a.t.store, a.ann.viewer, { agent: "ann's", policy: "allow" });
      await open("peek-request", { mode: "peek" });
      await open("text-request", { bodyContains: "4829" });
      await setAgentPolicy(a.t.store, a.ann.viewer, { agent: "ann's", policy: "ask" });
      await a.receive();
      for (const requestId of ["peek-request", "text-request"])
        expect(await open(requestId)).toMatchObject({ status: "open", seenNonmatching: 0 });
    },
  );

  test(verifies("T17", "once it is held from an admin too, but not from its agent's person"), async () => {
    await open();
    await a.receive();
    expect(await everything(a.t.admin, a.t.ownerKey)).not.toContain(CODE);
    expect(await everything(a.ann.viewer, a.ann.key)).toContain(CODE);
    await a.answer("allow");
    expect(await everything(a.agent.viewer, a.agent.key)).toContain(CODE);
  });

  test("from its agent also where a person has used it", async () => {
    await a.receive();
    const [message] = (await listMessages(a.t.store, a.ann.viewer, { limit: 50 })).messages;
    await markMessageUsed(a.t.store, a.ann.viewer, { id: message?.id ?? "" });
    expect(await everything(a.agent.viewer, a.agent.key)).not.toContain(CODE);
  });

  test("where an agent may be given so many a day only: looking does not take the place of being given", async () => {
    await setAgentPolicy(a.t.store, a.ann.viewer, { agent: "ann's", policy: "allow" });
    await setAgentLimits(a.t.store, a.t.admin, { agent: "ann's", messagesPerDay: 1 });
    await a.receive();
    expect(await everything(a.agent.viewer, a.agent.key)).not.toContain(CODE);
    expect(await open("peek-request", { mode: "peek", timeoutMs: 0 })).toMatchObject({ status: "timeout" });
    expect(await open()).toMatchObject({ status: "received" });
    expect(await everything(a.agent.viewer, a.agent.key)).toContain(CODE);
  });
});

test("leasing a number never asks", async () => {
  await a.agent.number("another-passport");
  expect(await listApprovals(a.t.store, a.ann.viewer)).toEqual([]);
});

test("devices hear of a question and of its answer, the agent of its wait only", async () => {
  const { seq } = (await eventsAfter(a.t.store, { teamId: a.t.teamId, seq: 0, limit: 1_000 })).at(-1) ?? {
    seq: 0,
  };
  await open();
  await a.receive();
  await a.answer("allow");
  const events = await eventsAfter(a.t.store, { teamId: a.t.teamId, seq, limit: 100 });
  const types = async (viewer: TestAgent["viewer"] | PersonViewer) =>
    (await Promise.all(events.map((event) => feedItem(a.t.store, viewer, event)))).flatMap((item) =>
      item === null ? [] : [item.type],
    );
  expect(await types(a.ann.viewer)).toEqual([
    "message.received",
    "message.changed",
    "approval.changed",
    "approval.changed",
    "message.changed",
  ]);
  expect(await types(a.agent.viewer)).toEqual(["message.received", "wait.changed", "wait.changed"]);
});
