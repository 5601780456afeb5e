import { isIP } from "node:net";
import { maskPhoneNumber } from "@agentpass/shared/phone-number";
import { pino, type DestinationStream } from "pino";
import pretty from "pino-pretty";
import { describeError } from "./log-error.ts";
import { scrub } from "./scrub.ts";

export type LogLevel = "trace" | "debug" | "info" | "warn" | "error" | "silent";

const plain = (value: unknown): unknown =>
  typeof value === "number" || typeof value === "boolean" ? value : "[redacted]";
const shaped = (shape: RegExp) => (value: unknown) =>
  typeof value === "string" && shape.test(value) ? value : "[redacted]";
const word = shaped(/^[a-z]+([_.][a-z]+)*$/);
/** Whole numbers only: of anything shorter the mask would leave too much. */
const masked = (value: unknown): unknown =>
  typeof value === "string" && /^\+\d{7,15}$/.test(value) ? maskPhoneNumber(value) : "[redacted]";
const address = (value: unknown): unknown =>
  typeof value === "string" && isIP(value) !== 0 ? value : "[redacted]";
const id = shaped(/^([A-Z]{2}[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/);
const scrubbed = (value: unknown): unknown => (typeof value === "string" ? scrub(value) : plain(value));

/** Everything a log line may carry, and how. What is not listed here is not written, whoever passes it. */
const ALLOWED = {
  method: shaped(/^[A-Z]{1,16}$/),
  /** A route's pattern, never a URL. */
  route: shaped(/^[a-z/:A-Z{}*()-]{1,100}$/),
  status: plain,
  ms: plain,
  count: plain,
  bytes: plain,
  port: plain,
  pid: plain,
  seq: plain,
  mode: word,
  /** `mock`, `twilio` or a gateway's name. */
  provider: shaped(/^[a-z][a-z0-9-]{0,31}$/),
  event: word,
  /** Why, in fixed words of ours. */
  reason: scrubbed,
  /** A parameter's or setting's name. */
  field: shaped(/^[A-Za-z][A-Za-z_.-]{0,40}\d?$/),
  address,
  host: scrubbed,
  /** Phone numbers. */
  number: masked,
  sender: masked,
  messageSid: id,
  accountSid: id,
  teamId: id,
  keyId: id,
  agentId: id,
  messageId: id,
  leaseId: id,
  waitId: id,
  nodeId: id,
  /** Of an audit chain's head: tells nothing without its key. */
  mac: shaped(/^[0-9a-f]{64}$/),
  err: (value: unknown): unknown => describeError(value),
} as const satisfies Record<string, (value: unknown) => unknown>;

export type LogFields = Partial<Record<keyof typeof ALLOWED, unknown>>;

const STDERR = 2;

/** `event` is a fixed sentence; what varies goes into the fields. */
export interface Logger {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/**
 * Structured lines on stderr, JSON but in a terminal: stdout belongs to people. No line can carry a body, a code, a key
 * or a full phone number: fields are allow-listed and checked for shape, texts scrubbed, errors described without their
 * message.
 */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const log = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    // Synchronous, so that the last line before a crash is written.
    destination ??
      (process.stderr.isTTY ? readableLines(STDERR) : pino.destination({ dest: STDERR, sync: true })),
  );
  return {
    debug: (event, fields) => log.debug(pick(fields), scrub(event)),
    info: (event, fields) => log.info(pick(fields), scrub(event)),
    warn: (event, fields) => log.warn(pick(fields), scrub(event)),
    error: (event, fields) => log.error(pick(fields), scrub(event)),
  };
}

/** The same lines for a person who looks on. `destination`: a file descriptor or stream. */
export function readableLines(destination: number | NodeJS.WritableStream): DestinationStream {
  return pretty({ destination, sync: true, translateTime: "SYS:HH:MM:ss", singleLine: true });
}

/** For tests and tools. */
export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} };

function pick(fields: LogFields = {}): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || !Object.hasOwn(ALLOWED, name)) continue;
    picked[name] = ALLOWED[name as keyof typeof ALLOWED](value);
  }
  return picked;
}
