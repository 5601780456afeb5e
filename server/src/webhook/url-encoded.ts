/** One parameter as decoded; repeated names stay repeated, in the order received. */
export type FormParameter = readonly [name: string, value: string];

export type ParsedForm = { ok: true; parameters: FormParameter[] } | { ok: false; fault: string };

/** Twilio sends about 25; ten media add 20. Below the 1,000 at which Node's `querystring` silently stops reading. */
const MAX_PARAMETERS = 200;

// Without `ignoreBOM` a leading U+FEFF would vanish, and with it the signature's match.
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Decodes `application/x-www-form-urlencoded` exactly: nothing is guessed, trimmed, merged or replaced, since the
 * signature covers the decoded text. Faults: a `%` without two hex digits, bytes that are not UTF-8, a parameter
 * without a name, an empty place between two `&`, more than {@link MAX_PARAMETERS}.
 */
export function parseUrlEncoded(bytes: Uint8Array): ParsedForm {
  if (bytes.length === 0) return { ok: true, parameters: [] };
  let parameters: FormParameter[];
  try {
    parameters = utf8
      .decode(bytes)
      .split("&", MAX_PARAMETERS + 1)
      .map(parameter);
  } catch {
    return { ok: false, fault: "percent-encoding or UTF-8 that is not valid" };
  }
  if (parameters.length > MAX_PARAMETERS)
    return { ok: false, fault: `more than ${MAX_PARAMETERS} parameters` };
  if (parameters.some(([name]) => name === "")) return { ok: false, fault: "a parameter without a name" };
  return { ok: true, parameters };
}

function parameter(text: string): FormParameter {
  const equals = text.indexOf("=");
  return equals < 0 ? [decode(text), ""] : [decode(text.slice(0, equals)), decode(text.slice(equals + 1))];
}

/** Throws where a `%` is followed by anything but two hex digits, or by bytes that are not UTF-8. */
function decode(text: string): string {
  return decodeURIComponent(text.replaceAll("+", " "));
}
