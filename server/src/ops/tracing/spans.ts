import type { Occurrence } from "../occurrence.ts";
import { spanIdOf, traceIdOf } from "./trace-ids.ts";

/** All that a span may carry besides its times: ids of ours. */
export interface SpanAttributes {
  "agentpass.message.id": string;
  "agentpass.agent.id"?: string;
}

/** One step of a message's way. Times in epoch milliseconds with fractions. */
export interface Span {
  traceId: string;
  spanId: string;
  /** Null: the first of the trace. */
  parentSpanId: string | null;
  name: "webhook" | "store" | "match" | "push" | "agent answer";
  start: number;
  end: number;
  attributes: SpanAttributes;
}

/**
 * The spans that an occurrence tells of, all children of the webhook's. `now`: when it was committed or done.
 * The push and the agent's answer may come from other nodes than the webhook.
 */
export function spansOf(occurrence: Occurrence, now: number): Span[] {
  switch (occurrence.type) {
    case "message.stored": {
      const { receivedAt, storedAt, matchedAt } = occurrence;
      return [
        spanOf(occurrence, { name: "webhook", start: receivedAt, end: now }),
        spanOf(occurrence, { name: "store", start: storedAt, end: now }),
        ...(matchedAt === null
          ? []
          : [spanOf(occurrence, { name: "match", start: storedAt, end: matchedAt })]),
      ];
    }
    case "answer.pushed":
      return [spanOf(occurrence, { name: "push", start: occurrence.storedAt, end: occurrence.pushedAt })];
    case "answer.confirmed":
      return [spanOf(occurrence, { name: "agent answer", start: occurrence.since, end: occurrence.at })];
    case "webhook.answered":
    case "wait.ended":
    case "use.counted":
    case "provider.called":
      return [];
  }
}

function spanOf(
  { messageId, agentId }: { messageId: string; agentId: string | null },
  { name, start, end }: Pick<Span, "name" | "start" | "end">,
): Span {
  return {
    traceId: traceIdOf(messageId),
    spanId: spanIdOf(messageId, name),
    parentSpanId: name === "webhook" ? null : spanIdOf(messageId, "webhook"),
    name,
    start,
    end: Math.max(start, end),
    attributes: {
      "agentpass.message.id": messageId,
      ...(agentId === null ? {} : { "agentpass.agent.id": agentId }),
    },
  };
}
