import { formatCursor } from "@agentpass/shared/cursor";
import type { FeedItem } from "@agentpass/shared/feed";
import { expect, test } from "vitest";
import { encodeFrame, feedFrame, onEncoded, type FrameHead } from "./feed-frame.ts";

const cursorAt = (seq: number) => formatCursor({ epoch: "0a1b2c3d", seq, check: "00ff00ff" });

/** As tRPC answers a subscription with a tracked item. */
const answer = (id: unknown, seq: number, item: FeedItem) => ({
  id,
  jsonrpc: "2.0",
  result: { type: "data", data: { id: cursorAt(seq), data: item }, id: cursorAt(seq) },
});

/** Of the subscription that a client gave this id. */
function headOf(id: unknown): FrameHead {
  let head: FrameHead | null = null;
  const first: FeedItem = { type: "heartbeat" };
  onEncoded(first, (known) => (head = known));
  encodeFrame(answer(id, 1, first));
  if (head === null) throw new Error("nobody said how the frames begin");
  return head;
}

test.each([1, 90071, "a", '","result":{"type":"x', '"result":', null])(
  "a shared frame is, byte for byte, the one that tRPC sends for the call %j",
  (id) => {
    const item: FeedItem = { type: "message.received", messageId: 'a "quoted" id', numberId: "é" };
    const frame = feedFrame(headOf(id), { cursor: cursorAt(7), item });
    expect(frame.toString()).toBe(encodeFrame(answer(id, 7, item)));
  },
);

test("an item is encoded once for all whose calls have one id, and anew for another id or place", () => {
  const item: FeedItem = { type: "number.changed", numberId: "n" };
  const [one, two] = [headOf(1), headOf(2)];
  const frame = feedFrame(one, { cursor: cursorAt(7), item });
  expect(feedFrame(headOf(1), { cursor: cursorAt(7), item })).toBe(frame);
  expect(feedFrame(two, { cursor: cursorAt(7), item }).toString()).toBe(encodeFrame(answer(2, 7, item)));
  expect(feedFrame(one, { cursor: cursorAt(8), item }).toString()).toBe(encodeFrame(answer(1, 8, item)));
});
