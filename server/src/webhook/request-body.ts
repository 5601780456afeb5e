import type { IncomingMessage } from "node:http";

/** Twilio's largest inbound request (1,600 characters of four-byte text, ten media) stays under 32 KiB, a gateway's under 16. */
const MAX_BODY_BYTES = 64 * 1024;
/** Twilio itself gives up after 15 s (https://www.twilio.com/docs/api/errors/11200). */
const BODY_TIMEOUT_MS = 10_000;

export type BodyFault =
  | { ok: false; fault: string; status: 400 | 408 | 413 | 415 }
  /** The client went away; there is nobody to answer. */
  | { ok: false; fault: string; status: null };

/**
 * Reads a body of this media type, in UTF-8, of at most {@link MAX_BODY_BYTES}. A longer one is given up at the first
 * byte too many (at once where its length is declared), so a large upload is never buffered; after 408 and 413 the
 * caller must close the connection, since the rest of the body is unread.
 */
export async function readBody(
  request: IncomingMessage,
  mediaType: string,
  timeoutMs: number = BODY_TIMEOUT_MS,
): Promise<{ ok: true; bytes: Buffer } | BodyFault> {
  const wrongType = faultOfType(request, mediaType);
  if (wrongType) return { ok: false, status: 415, fault: wrongType };
  if (declaresTooMuch(request)) return tooLarge;
  return readBytes(request, timeoutMs);
}

/**
 * Reads a body that is not wanted, within the same bounds: an answer sent before its request is read can be lost with
 * the connection, and Twilio must see the 401 that asks for credentials.
 */
export async function skipBody(request: IncomingMessage, timeoutMs: number = BODY_TIMEOUT_MS): Promise<void> {
  if (!request.complete && !declaresTooMuch(request)) await readBytes(request, timeoutMs);
}

function declaresTooMuch(request: IncomingMessage): boolean {
  return Number(request.headers["content-length"] ?? 0) > MAX_BODY_BYTES;
}

const tooLarge = {
  ok: false,
  status: 413,
  fault: `a body of more than ${MAX_BODY_BYTES} bytes`,
} as const satisfies BodyFault;

function readBytes(
  request: IncomingMessage,
  timeoutMs: number,
): Promise<{ ok: true; bytes: Buffer } | BodyFault> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const finish = (result: { ok: true; bytes: Buffer } | BodyFault): void => {
      clearTimeout(timer);
      request.off("data", onData).off("end", onEnd).off("close", onClose);
      request.pause();
      resolve(result);
    };
    const onData = (chunk: Buffer): void => {
      length += chunk.length;
      if (length > MAX_BODY_BYTES) finish(tooLarge);
      else chunks.push(chunk);
    };
    const onEnd = (): void => finish({ ok: true, bytes: Buffer.concat(chunks) });
    const onClose = (): void => finish({ ok: false, status: null, fault: "the client went away" });
    const timer = setTimeout(
      () => finish({ ok: false, status: 408, fault: `a body that took more than ${timeoutMs} ms` }),
      timeoutMs,
    );
    // An aborted request emits `error` as well as `close`; without a listener it would end the process.
    request.on("data", onData).on("end", onEnd).on("close", onClose).on("error", onClose);
  });
}

function faultOfType(request: IncomingMessage, mediaType: string): string | null {
  const encoding = request.headers["content-encoding"];
  if (encoding && encoding.toLowerCase() !== "identity") return "a compressed body";
  const [type = "", ...parameters] = (request.headers["content-type"] ?? "").split(";");
  if (type.trim().toLowerCase() !== mediaType) return `a Content-Type other than ${mediaType}`;
  for (const parameter of parameters) {
    const [name = "", value = ""] = parameter.split("=");
    const isUtf8 = /^"?utf-?8"?$/i.test(value.trim());
    if (name.trim().toLowerCase() === "charset" && !isUtf8) return "a charset other than UTF-8";
  }
  return null;
}
