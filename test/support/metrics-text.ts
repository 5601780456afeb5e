/** Prometheus's text format, read as far as tests need it. */
export class MetricsText {
  readonly text: string;
  readonly #samples = new Map<string, number>();

  constructor(text: string) {
    this.text = text;
    for (const line of text.split("\n")) {
      if (line === "" || line.startsWith("#")) continue;
      const space = line.lastIndexOf(" ");
      this.#samples.set(line.slice(0, space), Number(line.slice(space + 1)));
    }
  }

  /** A sample as it is written, e.g. `agentpass_numbers{state="leased"}`; undefined where there is none. */
  value(sample: string): number | undefined {
    return this.#samples.get(sample);
  }

  /** All samples whose name and labels begin so. */
  samples(prefix: string): string[] {
    return [...this.#samples.keys()].filter((sample) => sample.startsWith(prefix));
  }
}

/** Scrapes an address. */
export async function scrape(url: string, key?: string): Promise<MetricsText> {
  const response = await fetch(url, key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } });
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status}: ${text}`);
  return new MetricsText(text);
}
