import { SLOW_ANSWER_MS, type AlertSignal } from "../domain/alert-rules.ts";
import type { Observe, Occurrence } from "./occurrence.ts";

export interface SignalCounter {
  observe: Observe;
  /** What was counted since the last time, and counts from nothing again. */
  take(): ReadonlyMap<AlertSignal, number>;
  /** Puts back what was taken and could not be kept. */
  giveBack(counts: ReadonlyMap<AlertSignal, number>): void;
}

/** Counts on this node what the built-in alerts look at. */
export function createSignalCounter(): SignalCounter {
  let counts = new Map<AlertSignal, number>();
  const add = (signal: AlertSignal, count = 1): void =>
    void counts.set(signal, (counts.get(signal) ?? 0) + count);
  return {
    observe: (occurrence) => {
      for (const signal of signalsOf(occurrence)) add(signal);
    },
    take() {
      const taken = counts;
      counts = new Map();
      return taken;
    },
    giveBack(taken) {
      for (const [signal, count] of taken) add(signal, count);
    },
  };
}

function signalsOf(occurrence: Occurrence): readonly AlertSignal[] {
  switch (occurrence.type) {
    case "message.stored":
      return ["stored"];
    case "webhook.answered":
      if (occurrence.result === "unavailable") return ["webhooks_failed"];
      return occurrence.result === "bad_signature" ? ["bad_signatures"] : [];
    case "answer.pushed":
      if (!occurrence.direct) return [];
      return occurrence.pushedAt - occurrence.receivedAt > SLOW_ANSWER_MS
        ? ["answers", "slow_answers"]
        : ["answers"];
    case "wait.ended":
      return occurrence.outcome === "timeout" ? ["waits_ended", "waits_timed_out"] : ["waits_ended"];
    case "provider.called":
      return occurrence.outcome === "failed" ? ["provider_calls", "provider_failures"] : ["provider_calls"];
    case "answer.confirmed":
    case "use.counted":
      return [];
  }
}
