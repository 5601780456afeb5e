import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import { metricDefinitions, type MetricDefinition, type MetricName } from "./definitions.ts";

type NameOf<Type extends MetricDefinition["type"]> = {
  [Name in MetricName]: (typeof metricDefinitions)[Name]["type"] extends Type ? Name : never;
}[MetricName];

/** The library's instruments for every definition, by full name. */
export interface Instruments {
  counter: (name: NameOf<"counter">) => Counter;
  gauge: (name: NameOf<"gauge">) => Gauge;
  histogram: (name: NameOf<"histogram">) => Histogram;
  /** Takes a gauge's values away: it is missing then, which is not 0. */
  forget: (name: NameOf<"gauge">) => void;
}

/** Makes them all, so that each is there with its help from the first scrape on, at 0 where its labels are known. */
export function createInstruments(registry: Registry): Instruments {
  const counters = new Map<string, Counter>();
  const gauges = new Map<string, Gauge>();
  const histograms = new Map<string, Histogram>();
  const entries: [string, MetricDefinition][] = Object.entries(metricDefinitions);
  for (const [name, definition] of entries) {
    const options = {
      name,
      help: definition.help,
      labelNames: Object.keys(definition.labels ?? {}),
      registers: [registry],
    };
    if (definition.type === "counter") {
      const counter = new Counter(options);
      counters.set(name, counter);
      for (const labels of knownLabels(definition)) counter.inc(labels, 0);
    } else if (definition.type === "gauge") {
      const gauge = new Gauge(options);
      gauges.set(name, gauge);
      // Until it is read it has no value, and 0 would be one.
      forget(gauge, definition);
    } else {
      const histogram = new Histogram({ ...options, buckets: [...(definition.buckets ?? [])] });
      histograms.set(name, histogram);
      for (const labels of knownLabels(definition)) histogram.zero(labels);
    }
  }
  return {
    counter: (name) => known(counters, name),
    gauge: (name) => known(gauges, name),
    histogram: (name) => known(histograms, name),
    forget: (name) => forget(known(gauges, name), metricDefinitions[name]),
  };
}

/** The library resets a gauge without labels to 0, and removes one with labels only label by label. */
function forget(gauge: Gauge, { labels }: MetricDefinition): void {
  if (labels === undefined) gauge.remove({});
  else gauge.reset();
}

function known<T>(instruments: ReadonlyMap<string, T>, name: string): T {
  const instrument = instruments.get(name);
  if (instrument === undefined) throw new Error(`${name} is of another type`);
  return instrument;
}

/** Every combination of labels whose values are all listed; none where one's values are not known beforehand. */
function knownLabels({ labels = {} }: MetricDefinition): Record<string, string>[] {
  let combinations: [string, string][][] = [[]];
  for (const [label, values] of Object.entries(labels)) {
    if (typeof values === "string") return [];
    combinations = combinations.flatMap((one) => values.map((value) => one.concat([[label, value]])));
  }
  return combinations.map((pairs) => Object.fromEntries(pairs));
}
