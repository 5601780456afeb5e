import { parseUrlEncoded, type FormParameter } from "./url-encoded.ts";

export type Query =
  /** `raw` is what stands after the question mark, untouched; null where there is none. */
  { ok: true; raw: string | null; parameters: FormParameter[] } | { ok: false; fault: string };

/**
 * Takes the query of a request target as received. A fragment and bytes outside ASCII, which no client sends, are
 * refused: the `twilio` library also tries the URL as rewritten by `new URL()`, and both must hold the same parameters.
 */
export function parseQuery(target: string): Query {
  const mark = target.indexOf("?");
  const raw = mark < 0 ? null : target.slice(mark + 1);
  if (!/^[\x21-\x7e]*$/.test(raw ?? "") || target.includes("#"))
    return { ok: false, fault: "a query with characters that must be escaped" };
  const parsed = parseUrlEncoded(Buffer.from(raw ?? "", "latin1"));
  return parsed.ok ? { ok: true, raw, parameters: parsed.parameters } : { ok: false, fault: parsed.fault };
}
