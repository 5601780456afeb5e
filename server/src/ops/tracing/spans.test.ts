import { expect, test } from "vitest";
import { spansOf } from "./spans.ts";

const messageId = "01a20552-6b80-7c3d-9f1e-8a7b6c5d4e3f";
const agentId = "01a20552-0000-7000-8000-000000000001";

test("every step of a message is in one trace, under its webhook, whichever node saw it", () => {
  const stored = spansOf(
    { type: "message.stored", messageId, agentId, receivedAt: 1000, storedAt: 1001.5, matchedAt: 1002 },
    1004,
  );
  const pushed = spansOf(
    {
      type: "answer.pushed",
      messageId,
      agentId,
      receivedAt: 1000,
      storedAt: 1001.5,
      pushedAt: 1006,
      direct: true,
    },
    1006,
  );
  const confirmed = spansOf({ type: "answer.confirmed", messageId, agentId, since: 1006, at: 1500 }, 1501);
  const spans = [...stored, ...pushed, ...confirmed];
  expect(spans.map(({ name, start, end }) => [name, start, end])).toEqual([
    ["webhook", 1000, 1004],
    ["store", 1001.5, 1004],
    ["match", 1001.5, 1002],
    ["push", 1001.5, 1006],
    ["agent answer", 1006, 1500],
  ]);
  expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([messageId.replaceAll("-", "")]));
  const [root, ...steps] = spans;
  expect(root?.parentSpanId).toBeNull();
  expect(new Set(steps.map(({ parentSpanId }) => parentSpanId))).toEqual(new Set([root?.spanId]));
  expect(new Set(spans.map(({ spanId }) => spanId)).size).toBe(spans.length);
  for (const { spanId } of spans) expect(spanId).toMatch(/^[0-9a-f]{16}$/);
});
