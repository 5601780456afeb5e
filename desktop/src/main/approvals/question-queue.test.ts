import type { QuestionAnswer } from "../../shared/question.ts";
import { UNREAD_MS } from "../../shared/unread.ts";
import { beforeEach, expect, test } from "vitest";
import { QuestionQueue, type PreparedQuestion } from "./question-queue.ts";

let ticks: number;
let queue: QuestionQueue;
let released: (QuestionAnswer & { by: string })[];
beforeEach(() => {
  ticks = 1_000;
  released = [];
  queue = new QuestionQueue(() => ticks);
});

const message = (agentName: string, more: object = {}): PreparedQuestion => ({
  content: {
    kind: "message",
    agentName,
    policy: "ask",
    phoneNumber: "+15551234567",
    from: "GitHub",
    simulated: false,
    endsAt: 60_000,
    ...more,
  },
  release: async (answer) => void released.push({ ...answer, by: agentName }),
});
const shown = () => queue.view.value.question;
const answer = (decision: "allow" | "deny", id = shown()?.id ?? "") => queue.answer({ id, decision });
const refusal = (code: string) => ({ problem: { code } });

test("one question is shown at a time, the first that came, with how many wait", () => {
  queue.add(message("a"));
  queue.add(message("b"));
  queue.add(message("c"));
  expect(shown()).toMatchObject({ agentName: "a", waiting: 2 });
  expect(queue.openCount.value).toBe(3);
});

test("an answer within 700 ms counts neither for the first question nor for the next one", async () => {
  queue.add(message("a"));
  queue.add(message("b"));
  ticks += UNREAD_MS - 1;
  await expect(answer("allow")).rejects.toMatchObject(refusal("too_many_requests"));
  ticks += 1;
  await answer("allow");
  expect(shown()).toMatchObject({ agentName: "b" });
  await expect(answer("allow")).rejects.toMatchObject(refusal("too_many_requests"));
  expect(released).toMatchObject([{ by: "a", decision: "allow" }]);
});

test("a window that is opened again is not answered within 700 ms either", async () => {
  queue.add(message("a"));
  ticks += UNREAD_MS;
  queue.seen();
  await expect(answer("deny")).rejects.toMatchObject(refusal("too_many_requests"));
});

test("another question that comes meanwhile does not take the time again that the person has read", async () => {
  queue.add(message("a"));
  ticks += UNREAD_MS;
  queue.add(message("b"));
  await answer("allow");
  expect(released).toMatchObject([{ by: "a" }]);
});

test("a click on a question that has ended answers nothing, and the person is told what became of it", async () => {
  const id = queue.add(message("a"));
  queue.add(message("b"));
  ticks += UNREAD_MS;
  queue.end(id, "It was answered elsewhere.");
  expect(queue.view.value).toMatchObject({
    question: { agentName: "b" },
    word: "It was answered elsewhere.",
  });
  ticks += UNREAD_MS;
  await expect(answer("allow", id)).rejects.toMatchObject(refusal("conflict"));
  expect(released).toEqual([]);
});

test("what was shown stays what it was, whatever becomes of the object it was made from", () => {
  const prepared = message("a");
  queue.add(prepared);
  Object.assign(prepared.content, { agentName: "b" });
  expect(shown()).toMatchObject({ agentName: "a" });
});

test("an answer that failed leaves the question open; one that is under way takes no second", async () => {
  let end: (error: Error) => void = () => {};
  const failing = new Promise<void>((_, reject) => (end = reject));
  queue.add({ ...message("a"), release: () => failing });
  ticks += UNREAD_MS;
  const first = answer("allow");
  await expect(answer("deny")).rejects.toMatchObject(refusal("conflict"));
  end(new Error("the server is away"));
  await expect(first).rejects.toThrow("the server is away");
  expect(shown()).toMatchObject({ agentName: "a" });
});

test("an answer that belongs to another kind of question is refused", async () => {
  queue.add(message("a"));
  ticks += UNREAD_MS;
  const id = shown()?.id ?? "";
  const program = { id, decision: "allow_program", name: "x", policy: "allow" } as const;
  await expect(queue.answer(program)).rejects.toMatchObject(refusal("invalid_input"));
  expect(released).toEqual([]);
});
