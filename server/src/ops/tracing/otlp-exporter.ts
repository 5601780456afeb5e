import type { Secret } from "@agentpass/shared/secret";
import type { Span } from "./spans.ts";

/** Beyond these, new spans are let go: the collector is away, and the server goes on. */
const MOST_WAITING = 4_096;
const BATCH = 512;
const SEND_MS = 2_000;
const TIMEOUT_MS = 5_000;

export interface OtlpOptions {
  /** Base URL, without /v1/traces. */
  endpoint: string;
  headers: ReadonlyMap<string, Secret>;
  version: string;
  /** Told once when the collector goes away, with a sentence of ours. */
  onFault: (fault: string) => void;
  /** Told once when it is back, with how many spans were let go meanwhile. */
  onRecovery: (lost: number) => void;
}

export interface SpanExporter {
  /** At once; sent with others a little later. */
  add(span: Span): void;
  /** Sends what waits and ends. Never rejects. */
  close(): Promise<void>;
}

/**
 * Sends spans as OTLP over HTTP with JSON (https://opentelemetry.io/docs/specs/otlp/#otlphttp). The official
 * packages for it are twenty megabytes; what they would do here is this one request.
 */
export function createOtlpExporter({
  endpoint,
  headers,
  version,
  onFault,
  onRecovery,
}: OtlpOptions): SpanExporter {
  let waiting: Span[] = [];
  let lost = 0;
  let isAway = false;
  let sending: Promise<void> | null = null;

  const send = async (spans: readonly Span[]): Promise<void> => {
    const fault = await post(spans);
    if (fault === null) {
      if (isAway) onRecovery(lost);
      [isAway, lost] = [false, 0];
      return;
    }
    lost += spans.length;
    if (!isAway) onFault(fault);
    isAway = true;
  };
  const post = async (spans: readonly Span[]): Promise<string | null> => {
    try {
      const response = await fetch(`${endpoint}/v1/traces`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...Object.fromEntries([...headers].map(([name, value]) => [name, value.reveal()])),
        },
        body: JSON.stringify(requestOf(spans, version)),
        redirect: "error",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.body?.cancel();
      return response.ok ? null : `It answered with status ${response.status}.`;
    } catch {
      return "It cannot be reached.";
    }
  };
  const flush = async (): Promise<void> => {
    while (waiting.length > 0) await send(waiting.splice(0, BATCH));
  };
  const timer = setInterval(() => {
    sending ??= flush().finally(() => (sending = null));
  }, SEND_MS);

  return {
    add(span) {
      if (waiting.length < MOST_WAITING) waiting.push(span);
      else lost += 1;
    },
    async close() {
      clearInterval(timer);
      await sending;
      // One try for the last ones: a stop must not wait for a collector that is away.
      const rest = waiting;
      waiting = [];
      if (rest.length > 0 && !isAway) await send(rest);
    },
  };
}

const SPAN_KIND = { webhook: 2, store: 1, match: 1, push: 4, "agent answer": 1 } as const;

function requestOf(spans: readonly Span[], version: string) {
  return {
    resourceSpans: [
      {
        resource: { attributes: attributesOf({ "service.name": "agentpass", "service.version": version }) },
        scopeSpans: [{ scope: { name: "agentpass", version }, spans: spans.map(otlpSpan) }],
      },
    ],
  };
}

function otlpSpan({ traceId, spanId, parentSpanId, name, start, end, attributes }: Span) {
  return {
    traceId,
    spanId,
    ...(parentSpanId === null ? {} : { parentSpanId }),
    name,
    kind: SPAN_KIND[name],
    startTimeUnixNano: nanoseconds(start),
    endTimeUnixNano: nanoseconds(end),
    attributes: attributesOf({ ...attributes }),
    status: {},
  };
}

function attributesOf(values: Readonly<Record<string, string>>) {
  return Object.entries(values).map(([key, stringValue]) => ({ key, value: { stringValue } }));
}

/** As text: a number of JSON could not hold it. */
function nanoseconds(epochMs: number): string {
  const whole = Math.floor(epochMs);
  return String(BigInt(whole) * 1_000_000n + BigInt(Math.round((epochMs - whole) * 1_000_000)));
}
