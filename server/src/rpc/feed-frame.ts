/**
 * The frames by which many hear of one event, encoded once for all of them. tRPC's own way to each subscriber costs more
 * than the write itself (docs/benchmarks.md, P3), so that only what needs it goes there: a feed's beginning, its replay,
 * and answers. Both ways give the same bytes.
 */
import type { Cursor } from "@agentpass/shared/cursor";
import type { FeedItem } from "@agentpass/shared/feed";

/** How every frame of a subscription begins: JSON with the id that its client chose, up to the result. */
export type FrameHead = string & { readonly FrameHead: unique symbol };

const listeners = new WeakMap<FeedItem, (head: FrameHead) => void>();

/** tRPC tells no procedure the id of its call: who sends an item through it learns the id when that is encoded. */
export function onEncoded(item: FeedItem, listener: (head: FrameHead) => void): void {
  listeners.set(item, listener);
}

/** For tRPC, in place of JSON.stringify. */
export function encodeFrame(message: unknown): string {
  const text = JSON.stringify(message);
  const item = field(field(field(message, "result"), "data"), "data");
  if (isObject(item)) listeners.get(item as FeedItem)?.(text.slice(0, text.indexOf(RESULT)) as FrameHead);
  return text;
}

/** No text within JSON can hold it: its quotes would be escaped. */
const RESULT = '"result":';

const frames = new WeakMap<FeedItem, Map<FrameHead, { cursor: Cursor; frame: Buffer }>>();

/** An item as tRPC would send it to this subscription, `tracked` by its cursor. */
export function feedFrame(head: FrameHead, { cursor, item }: { cursor: Cursor; item: FeedItem }): Buffer {
  const ofItem = frames.get(item) ?? new Map<FrameHead, { cursor: Cursor; frame: Buffer }>();
  frames.set(item, ofItem);
  const known = ofItem.get(head);
  if (known?.cursor === cursor) return known.frame;
  const result = JSON.stringify({ type: "data", data: { id: cursor, data: item }, id: cursor });
  const frame = Buffer.from(`${head}${RESULT}${result}}`);
  ofItem.set(head, { cursor, frame });
  return frame;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function field(value: unknown, name: string): unknown {
  return isObject(value) ? Reflect.get(value, name) : undefined;
}
