import { CLASS, classOfUnit, digitValue, foldedUnit, plainUnit } from "./unicode.ts";

/** A message without its disguises. All three have the same length; `offsets` leads back to the body. */
export interface NormalText {
  /** ASCII digits, single spaces, "\n" line ends, no invisible characters. */
  text: string;
  /** `text` as words are compared: lower case, without accents, dashes as spaces. */
  folded: string;
  /** A value of CLASS for each unit of `text`. */
  classes: Uint8Array;
  offsets: Uint32Array;
}

interface Sink {
  plain: Uint16Array;
  folded: Uint16Array;
  classes: Uint8Array;
  offsets: Uint32Array;
  length: number;
}

/** Removes what hides a code (other digits, full-width forms, invisible characters) and keeps the offsets. */
export function normalise(body: string): NormalText {
  const size = body.length;
  const sink: Sink = {
    plain: new Uint16Array(size),
    folded: new Uint16Array(size),
    classes: new Uint8Array(size),
    offsets: new Uint32Array(size),
    length: 0,
  };
  for (let at = 0; at < size; at++) {
    const unit = body.charCodeAt(at);
    if (unit >= 0xd800 && unit <= 0xdbff) at += putPair(sink, body, at);
    else putUnit(sink, unit, at);
  }
  return {
    text: decode(sink.plain.subarray(0, sink.length)),
    folded: decode(sink.folded.subarray(0, sink.length)),
    classes: sink.classes.subarray(0, sink.length),
    offsets: sink.offsets.subarray(0, sink.length),
  };
}

function putUnit(sink: Sink, unit: number, at: number): void {
  const kind = classOfUnit(unit);
  if (kind === CLASS.invisible) return;
  const next = sink.length;
  if (kind === CLASS.space && (next === 0 || sink.classes[next - 1] === CLASS.space)) return;
  const blank = kind === CLASS.space ? 32 : kind === CLASS.newline ? 10 : 0;
  sink.plain[next] = blank || plainUnit(unit);
  sink.folded[next] = blank || foldedUnit(unit);
  sink.classes[next] = kind;
  sink.offsets[next] = at;
  sink.length = next + 1;
}

/** Digits and letters outside the basic plane (bold, script, Chakma…). Gives the units used beyond the first. */
function putPair(sink: Sink, body: string, at: number): number {
  const codePoint = body.codePointAt(at) ?? 0;
  if (codePoint <= 0xffff) return 0;
  // Tags and further variation selectors.
  if (codePoint >= 0xe0000 && codePoint <= 0xe0fff) return 1;
  const digit = digitValue(codePoint);
  if (digit >= 0) put(sink, { plain: 48 + digit, folded: 48 + digit, kind: CLASS.digit, at });
  else if (codePoint >= 0x1d400 && codePoint <= 0x1d6a3)
    putUnit(sink, String.fromCodePoint(codePoint).normalize("NFKD").charCodeAt(0), at);
  else
    for (const step of [0, 1]) {
      const unit = body.charCodeAt(at + step);
      put(sink, { plain: unit, folded: unit, kind: CLASS.other, at: at + step });
    }
  return 1;
}

function put(sink: Sink, unit: { plain: number; folded: number; kind: number; at: number }): void {
  const next = sink.length++;
  sink.plain[next] = unit.plain;
  sink.folded[next] = unit.folded;
  sink.classes[next] = unit.kind;
  sink.offsets[next] = unit.at;
}

/** In pieces, because an argument list has a limit. */
function decode(units: Uint16Array): string {
  let out = "";
  for (let at = 0; at < units.length; at += 4096)
    out += Reflect.apply(String.fromCharCode, undefined, units.subarray(at, at + 4096));
  return out;
}
