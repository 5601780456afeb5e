/** One parameter as decoded; repeated names stay repeated, in the order received. */
export type FormParameter = readonly [name: string, value: string];

export type ParsedForm = { ok: true; parameters: FormParameter[] } | { ok: false; fault: string };

/** Twilio sends about 25; ten media add 20. Below the 1,000 at which Node's `querystring` silently stops reading. */
const MAX_PARAMETERS = 200;

const AMPERSAND = 0x26;
const EQUALS = 0x3d;
const PERCENT = 0x25;
const PLUS = 0x2b;
const SPACE = 0x20;

// Without `ignoreBOM` a leading U+FEFF would vanish, and with it the signature's match.
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Decodes `application/x-www-form-urlencoded` exactly: nothing is guessed, trimmed, merged or replaced, since the
 * signature covers the decoded text. Faults: a `%` without two hex digits, bytes that are not UTF-8, a parameter
 * without a name, an empty place between two `&`, more than {@link MAX_PARAMETERS}.
 */
export function parseUrlEncoded(bytes: Uint8Array): ParsedForm {
  if (bytes.length === 0) return { ok: true, parameters: [] };
  const parameters: FormParameter[] = [];
  for (const part of split(bytes, AMPERSAND)) {
    if (parameters.length === MAX_PARAMETERS)
      return { ok: false, fault: `more than ${MAX_PARAMETERS} parameters` };
    const equals = part.indexOf(EQUALS);
    const name = decode(equals < 0 ? part : part.subarray(0, equals));
    const value = equals < 0 ? "" : decode(part.subarray(equals + 1));
    if (name === "") return { ok: false, fault: "a parameter without a name" };
    if (name === null || value === null)
      return { ok: false, fault: "percent-encoding or UTF-8 that is not valid" };
    parameters.push([name, value]);
  }
  return { ok: true, parameters };
}

function* split(bytes: Uint8Array, separator: number): Generator<Uint8Array> {
  let start = 0;
  for (let end = bytes.indexOf(separator); end >= 0; end = bytes.indexOf(separator, start)) {
    yield bytes.subarray(start, end);
    start = end + 1;
  }
  yield bytes.subarray(start);
}

function decode(part: Uint8Array): string | null {
  const decoded = new Uint8Array(part.length);
  let length = 0;
  for (let at = 0; at < part.length; at++) {
    const byte = part[at] ?? 0;
    if (byte === PERCENT) {
      const high = hexDigit(part[at + 1]);
      const low = hexDigit(part[at + 2]);
      if (high < 0 || low < 0) return null;
      decoded[length++] = high * 16 + low;
      at += 2;
    } else {
      decoded[length++] = byte === PLUS ? SPACE : byte;
    }
  }
  try {
    return utf8.decode(decoded.subarray(0, length));
  } catch {
    return null;
  }
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x61 + 10 : -1;
}
