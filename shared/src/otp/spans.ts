import type { NormalText } from "./normal-text.ts";
import { CLASS } from "./unicode.ts";

export interface Span {
  start: number;
  end: number;
  kind: "email" | "hash" | "link";
}

/** Top-level domains that stand in messages without a scheme or a path. With a path any of two letters counts. */
const COMMON_TLD =
  /^(?:com|net|org|info|biz|io|co|me|ly|app|gov|edu|ru|cn|in|id|th|uk|de|fr|it|es|nl|pl|tr|br|vn|jp|kr|ir|gl|gd|cc|tv|us|eu|cz|se|no|fi|dk|ch|at|be|pt|ua|kz|my|sg|ph|au|nz|za|mx|ar|xyz|shop|site|online|link|page|bank|asia|club|top)$/iu;
const APP_HASH = /^[A-Za-z0-9+/]{11}$/u;
const CHUNK_ENDS = new Set(" \n\"'<>()[]{}«»“”,;|");

/** Links, e-mail addresses and app hashes. One look at each piece between spaces. */
export function findSpans(message: NormalText): Span[] {
  const { text, classes } = message;
  const spans: Span[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && classes[at] !== CLASS.dense && !CHUNK_ENDS.has(text.charAt(at))) continue;
    if (at - start >= 4) addChunk(spans, text, { start, end: at });
    start = at + 1;
  }
  return spans;
}

function addChunk(spans: Span[], text: string, range: { start: number; end: number }): void {
  const chunk = text.slice(range.start, range.end);
  if (chunk.includes("://") || chunk.startsWith("www.")) {
    const offset = Math.max(0, chunk.search(/https?:\/\/|www\./iu));
    spans.push({ start: range.start + offset, end: range.end, kind: "link" });
  } else if (/[^@]@[^@]/u.test(chunk) && chunk.includes(".")) spans.push({ ...range, kind: "email" });
  else if (isBareLink(chunk)) spans.push({ ...range, kind: "link" });
  else if (APP_HASH.test(chunk) && isHash(chunk, text.slice(range.end)))
    spans.push({ ...range, kind: "hash" });
}

/** "bit.ly/3abc", "example.co.uk". A stop between a code and the next sentence is no link. */
function isBareLink(chunk: string): boolean {
  const slash = chunk.indexOf("/");
  const host = slash < 0 ? chunk.replace(/[.:!?]+$/u, "") : chunk.slice(0, slash);
  const dot = host.lastIndexOf(".");
  if (dot < 1) return false;
  const top = host.slice(dot + 1);
  const first = host.slice(0, dot);
  if (!/[a-z]/iu.test(first) || /[^a-z0-9.:@-]/iu.test(first)) return false;
  return slash > 0 ? /^[a-z]{2,8}(?::\d+)?$/iu.test(top) : COMMON_TLD.test(top) && top === top.toLowerCase();
}

/** Google's SMS Retriever asks for an 11-character hash at the end. A word or a number is none. */
function isHash(chunk: string, rest: string): boolean {
  if (rest.trim().length > 24) return false;
  const kinds = [/[A-Z]/u, /[a-z]/u, /\d/u, /[+/]/u].filter((kind) => kind.test(chunk)).length;
  return (
    kinds >= 3 ||
    (kinds === 2 && (/[a-z][A-Z]/u.test(chunk.slice(1)) || (/[A-Z]/u.test(chunk) && /\d/u.test(chunk))))
  );
}
