import type { Observe } from "../occurrence.ts";
import { createOtlpExporter, type OtlpOptions } from "./otlp-exporter.ts";
import { spansOf } from "./spans.ts";

export interface Tracer {
  observe: Observe;
  close: () => Promise<void>;
}

/** Traces every message from its webhook to its agent. `now`: epoch milliseconds with fractions. */
export function createTracer(options: OtlpOptions, now: () => number): Tracer {
  const exporter = createOtlpExporter(options);
  return {
    observe: (occurrence) => {
      for (const span of spansOf(occurrence, now())) exporter.add(span);
    },
    close: () => exporter.close(),
  };
}
